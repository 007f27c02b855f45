import Foundation
import Testing

@Suite struct BadPlaceTests {
  @Test(arguments: [
    ["ingest", "--library", "DIR", "FILE"], ["topics", "--library", "DIR"],
    ["serve", "--library", "DIR"], ["verify", "--library", "DIR"],
  ])
  func `a library path that is a folder is an error that says so`(words: [String]) throws {
    try TemporaryFolder.with { folder in
      try folder.write("a.jsonl", NewsSample.lines(0..<1))
      let places = ["DIR": folder.root, "FILE": folder.path("a.jsonl")]
      let run = try Command(words.map { places[$0] ?? $0 }).run()
      #expect(run.status == 1)
      #expect(run.errors.contains("folder"))
      #expect(run.errors.split(separator: "\n").count == 1)
    }
  }

  @Test(arguments: ["topics", "verify", "serve", "stories"])
  func `a library that is not there is an error and is not made`(verb: String) throws {
    try TemporaryFolder.with { folder in
      let run = try Command(verb, "--library", folder.path("none.library")).run()
      #expect(run.status == 1)
      #expect(run.errors.contains("ingest"))
      #expect(try folder.files(".").isEmpty)
    }
  }

  @Test(arguments: ["topics", "ingest", "verify"])
  func `a file that is no library is refused and left as it was`(verb: String) throws {
    try TemporaryFolder.with { folder in
      try folder.write("a.jsonl", NewsSample.lines(0..<1))
      let bytes = Array(String(repeating: "Minutes of the council. ", count: 400).utf8)
      try folder.write("minutes.doc", bytes)
      let operands = verb == "ingest" ? [folder.path("a.jsonl")] : []
      let run = try Command([verb, "--library", folder.path("minutes.doc")] + operands).run()
      #expect(run.status == 1)
      #expect(run.errors.contains("minutes.doc"))
      #expect(try folder.bytes("minutes.doc") == bytes)
    }
  }

  @Test func `a database of another program is refused and left as it was`() throws {
    try TemporaryFolder.with { folder in
      try folder.write("a.jsonl", NewsSample.lines(0..<1))
      try LibraryFile(folder.path("other.db"), makes: true).rows("CREATE TABLE boats (name TEXT)")
      let before = try folder.bytes("other.db")
      let run = try Command(
        "ingest", "--library", folder.path("other.db"), folder.path("a.jsonl")
      ).run()
      #expect(run.status == 1)
      #expect(run.errors.contains("another program"))
      #expect(try folder.bytes("other.db") == before)
    }
  }

  @Test func `a port in use is named`() throws {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      try RunningSite.with(library: library) { site in
        let run = try Command("serve", "--library", library, "--port", "\(site.port)").run()
        #expect(run.status == 1)
        #expect(run.errors.contains("\(site.port)"))
        #expect(try site.get("/").status == 200)
      }
    }
  }

  @Test(.enabled(if: SmallDisk.isAvailable, "needs the right to mount a file system"))
  func `a full disk is an error, and what was filed before stays whole`() throws {
    try TemporaryFolder.with { folder in
      try folder.write("few.jsonl", NewsSample.lines(0..<3))
      try folder.write("many.jsonl", NewsSample.lines(3..<3000))
      try SmallDisk.with(megabytes: 2, at: folder.path("disk")) { disk in
        let library = "\(disk)/news.library"
        _ = try Command("ingest", "--library", library, folder.path("few.jsonl")).succeed()
        let run = try Command("ingest", "--library", library, folder.path("many.jsonl")).run()
        #expect(run.status == 1)
        #expect(run.errors.contains("space"))
        #expect(run.errors.split(separator: "\n").count == 1)
        let stories = try Command("stories", "--library", library, "--json").succeed()
        #expect(stories.output.contains("harbour-0"))
      }
    }
  }

  @Test(.enabled(if: SmallDisk.isAvailable, "needs the right to mount a file system"))
  func `an export to a full disk is an error that names the file`() throws {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      try SmallDisk.with(megabytes: 1, at: folder.path("disk")) { disk in
        let run = try Command("export", "--library", library, "\(disk)/site").run()
        #expect(run.status == 1)
        #expect(run.errors.contains(disk))
      }
    }
  }
}
