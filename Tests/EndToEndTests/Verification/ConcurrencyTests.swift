import Foundation
import Testing

@Suite struct ConcurrencyTests {
  @Test func `two ingests at once lose nothing`() throws {
    try TemporaryFolder.with { folder in
      let library = folder.path("news.library")
      try folder.write("first.jsonl", NewsSample.lines(0..<1))
      _ = try Command("ingest", "--library", library, folder.path("first.jsonl")).succeed()
      #expect(try Self.ingestTwice(library, in: folder) == [0, 0])
      let versions = try LibraryFile(library).rows("SELECT count(*) FROM version")
      #expect(versions == [["150"]])
      let run = try Command("verify", "--library", library).run()
      #expect(run.status == 0, "\(run.output)")
    }
  }

  @Test func `two ingests at once may make the library`() throws {
    try TemporaryFolder.with { folder in
      let statuses = try Self.ingestTwice(folder.path("news.library"), in: folder)
      #expect(statuses == [0, 0])
    }
  }

  /// Ingests two files that share articles, at once; returns both exit statuses.
  private static func ingestTwice(
    _ library: String, in folder: TemporaryFolder
  ) throws -> [Int32] {
    try folder.write("a.jsonl", NewsSample.lines(0..<90))
    try folder.write("b.jsonl", NewsSample.lines(60..<150))
    let processes = ["a", "b"].map { name in
      Command.process(["ingest", "--library", library, folder.path("\(name).jsonl")])
    }
    for process in processes {
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
    }
    return processes.map { process in
      process.waitUntilExit()
      return process.terminationStatus
    }
  }

  @Test func `an ingest while the site is served is seen by the site`() throws {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      try folder.write("more.jsonl", NewsSample.lines(0..<3))
      try RunningSite.with(library: library) { site in
        #expect(try !site.get("/articles.html").text.contains("Crane Gull"))
        _ = try Command("ingest", "--library", library, folder.path("more.jsonl")).succeed()
        #expect(try site.get("/articles.html").text.contains("Crane Gull"))
      }
    }
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func `serve ends without complaint when it is asked to`(signal: Int32) throws {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      let process = Command.process(["serve", "--library", library, "--port", "0"])
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      _ = output.fileHandleForReading.availableData
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == 0)
    }
  }

  @Test(arguments: ["entities", "statements", "stories"])
  func `a reader that goes away ends a listing quietly`(verb: String) throws {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      let script = "\"$0\" \(verb) --library \"$1\" --json | head -n 1 | wc -l"
      let run = try Shell(script, Command.executable, library).run()
      #expect(run.output.contains("1"))
      #expect(run.errors.isEmpty)
    }
  }
}
