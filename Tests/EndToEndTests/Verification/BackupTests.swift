import Foundation
import Testing

@Suite struct BackupTests {
  @Test func `a back-up is one file with all that the library has`() throws {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      let copy = folder.path("copies/monday.library")
      try folder.write("copies/note", "")
      let run = try Command("backup", "--library", library, copy).succeed()
      #expect(run.output.contains("24 articles"))
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("copies"))
      #expect(files.sorted() == ["monday.library", "note"])
      #expect(try LibraryFile(copy).dump() == LibraryFile(library).dump())
    }
  }

  @Test func `a file that is there is kept unless it is to be replaced`() throws {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      try folder.write("mine", "my own words")
      let refused = try Command("backup", "--library", library, folder.path("mine")).run()
      #expect(refused.status == 1)
      #expect(refused.errors.contains("--replace"))
      #expect(try folder.text("mine") == "my own words")
      _ = try Command("backup", "--library", library, folder.path("mine"), "--replace").succeed()
      #expect(try Command("topics", "--library", folder.path("mine")).run().status == 0)
    }
  }

  @Test func `a back-up to a place that is none leaves nothing behind`() throws {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      let run = try Command("backup", "--library", library, folder.path("no/such/file")).run()
      #expect(run.status == 1)
      let onto = try Command("backup", "--library", library, folder.root, "--replace").run()
      #expect(onto.status == 1)
      let parts = try FileManager.default.contentsOfDirectory(atPath: folder.root)
        .filter { $0.contains(".part") }
      #expect(parts.isEmpty)
    }
  }

  @Test func `back-ups during an ingest verify, each at its moment`() throws {
    try TemporaryFolder.with { folder in
      let library = folder.path("news.library")
      try folder.write("first.jsonl", NewsSample.lines(0..<2))
      let first = ingest(folder.path("first.jsonl"), into: library)
      try first.run()
      first.waitUntilExit()
      try folder.write("more.jsonl", NewsSample.lines(2..<150))
      let more = ingest(folder.path("more.jsonl"), into: library)
      try more.run()
      var copies: [String] = []
      var counts: [Int] = []
      while more.isRunning, copies.count < 4 {
        let copy = folder.path("copy-\(copies.count).library")
        _ = try Command("backup", "--library", library, copy).succeed()
        copies.append(copy)
        let rows = try LibraryFile(copy).rows("SELECT count(*) FROM version")
        counts.append(Int(rows[0][0]) ?? 0)
      }
      more.waitUntilExit()
      #expect(more.terminationStatus == 0)
      #expect(!copies.isEmpty)
      #expect(counts == counts.sorted())
      for copy in copies.suffix(2) {
        let run = try Command("verify", "--library", copy).run()
        #expect(run.status == 0, "\(run.output)")
      }
    }
  }

  /// An ingest that reads by surface form, which is quick in a build for tests.
  private func ingest(_ path: String, into library: String) -> Process {
    let process = Command.process(["ingest", "--library", library, path])
    var environment = ProcessInfo.processInfo.environment
    // No model is found where there is no home.
    for name in ["HOME", "XDG_DATA_HOME", "BACKGROUNDER_MODEL"] { environment[name] = nil }
    process.environment = environment
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return process
  }
}
