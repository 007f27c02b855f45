import Foundation
import Testing

@Suite struct RepetitionTests {
  @Test func `a second ingest adds nothing and changes nothing`() throws {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      let before = try LibraryFile(library).dump()
      let run = try Command("ingest", "--library", library, SampleLibrary.articles).succeed()
      #expect(run.lines.first == "25 read, 0 added, 25 already there, 0 refused")
      #expect(try LibraryFile(library).dump() == before)
    }
  }

  @Test func `the same articles give the same library again`() throws {
    try TemporaryFolder.with { folder in
      let first = try SampleLibrary.copy(to: folder)
      let second = folder.path("second.library")
      _ = try Command(
        "ingest", "--library", second, "--jobs", "1", SampleLibrary.articles
      ).succeed()
      #expect(try LibraryFile(first).dump() == LibraryFile(second).dump())
    }
  }

  @Test func `the order in which articles come changes nothing that is shown`() throws {
    try TemporaryFolder.with { folder in
      let first = try SampleLibrary.copy(to: folder)
      let second = folder.path("second.library")
      let records = try Command("read", SampleLibrary.articles).succeed().lines.reversed()
      try folder.write("reversed.jsonl", records.joined(separator: "\n"))
      _ = try Command("ingest", "--library", second, folder.path("reversed.jsonl")).succeed()
      for verb in ["topics", "stories", "entities", "statements", "copies"] {
        let one = try Command(verb, "--library", first, "--json").succeed().output
        let other = try Command(verb, "--library", second, "--json").succeed().output
        #expect(one == other, "\(verb) depends on the order")
      }
      let one = try Self.export(first, in: folder, to: "site-1")
      #expect(Self.differences(one, try Self.export(second, in: folder, to: "site-2")) == [])
    }
  }

  @Test func `two exports of a library are identical`() throws {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      let one = try Self.export(library, in: folder, to: "site-1")
      #expect(one.count > 40)
      #expect(Self.differences(one, try Self.export(library, in: folder, to: "site-2")) == [])
    }
  }

  @Test func `an export into a folder that holds the site changes nothing`() throws {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      let one = try Self.export(library, in: folder, to: "site")
      #expect(Self.differences(one, try Self.export(library, in: folder, to: "site")) == [])
    }
  }

  @Test func `a given clock gives another edition, and the same one twice`() throws {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      let now = ["--now", "2025-06-01T12:00:00Z"]
      let words = ["export", "--library", library] + now
      let one = try Command(words + [folder.path("a")]).succeed().output
      let two = try Command(words + [folder.path("b")]).succeed().output
      let plain = try Command("export", "--library", library, folder.path("c")).succeed().output
      let edition = { (text: String) in text.split(separator: " ").last }
      #expect(edition(one) == edition(two))
      #expect(edition(one) != edition(plain))
      #expect(Self.differences(try folder.files("a"), try folder.files("b")) == [])
    }
  }

  static func export(
    _ library: String, in folder: TemporaryFolder, to name: String
  ) throws -> [String: [UInt8]] {
    _ = try Command("export", "--library", library, folder.path(name)).succeed()
    return try folder.files(name)
  }

  static func differences(_ a: [String: [UInt8]], _ b: [String: [UInt8]]) -> [String] {
    Set(a.keys).union(b.keys).filter { a[$0] != b[$0] }.sorted()
  }
}
