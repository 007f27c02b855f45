import Foundation
import Testing

@Suite struct InterruptionTests {
  private let total = 200

  @Test(.timeLimit(.minutes(2)), arguments: [1, 2])
  func `an ingest that was killed after some batches is finished by the next`(
    batches: Int
  ) throws {
    try TemporaryFolder.with { folder in
      let news = folder.path("all.jsonl")
      let lines = try NewsSample.lines(0..<total)
      try folder.write("all.jsonl", lines)
      let whole = folder.path("whole.library")
      _ = try Command("ingest", "--library", whole, news).succeed()

      let broken = folder.path("broken.library")
      let part = try NewsSample.lines(0..<batches * 64 + 10)
      try killAfter(batches * 64, filing: part, into: broken, through: news)
      #expect(try filed(broken) == batches * 64)

      try folder.write("all.jsonl", lines)
      let run = try Command("ingest", "--library", broken, news).succeed()
      #expect(run.output.contains("\(batches * 64) already there"))
      #expect(try LibraryFile(broken).dump() == LibraryFile(whole).dump())
      #expect(try Command("verify", "--library", broken).run().status == 0)
    }
  }

  /// Ingests from a pipe that stays open, so that the run can be neither finished nor organised.
  private func killAfter(
    _ count: Int, filing lines: String, into library: String, through path: String
  ) throws {
    _ = unsafe unlink(path)
    let made = unsafe mkfifo(path, 0o600)
    try #require(made == 0)
    let process = Command.process(["ingest", "--library", library, path])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let pipe = try #require(FileHandle(forWritingAtPath: path))
    try pipe.write(contentsOf: Data(lines.utf8))
    while (try? filed(library)) ?? 0 < count, process.isRunning { sched_yield() }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try pipe.close()
    _ = unsafe unlink(path)
    #expect(process.terminationReason == .uncaughtSignal)
  }

  @Test func `an ingest that was killed again and again ends with the same library`() throws {
    try TemporaryFolder.with { folder in
      try folder.write("all.jsonl", NewsSample.lines(0..<total))
      let whole = folder.path("whole.library")
      _ = try Command("ingest", "--library", whole, folder.path("all.jsonl")).succeed()

      let broken = folder.path("broken.library")
      for milliseconds in stride(from: 20, through: 400, by: 40) {
        _ = try Shell(
          "timeout -s KILL 0.\(milliseconds < 100 ? "0" : "")\(milliseconds) "
            + "\"$0\" ingest --library \"$1\" \"$2\"", Command.executable, broken,
          folder.path("all.jsonl")
        ).run()
      }
      _ = try Command("ingest", "--library", broken, folder.path("all.jsonl")).succeed()
      #expect(try LibraryFile(broken).dump() == LibraryFile(whole).dump())
    }
  }

  private func filed(_ library: String) throws -> Int {
    let rows = try LibraryFile(library).rows("SELECT count(*) FROM version")
    return rows.first.flatMap { Int($0[0]) } ?? 0
  }
}
