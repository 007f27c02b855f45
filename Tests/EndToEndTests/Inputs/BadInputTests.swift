import Testing

@Suite struct BadInputTests {
  /// An input that is no article, with a part of the reason that must be given.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let reason: String

    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "empty.txt", bytes: [], reason: "empty"),
    Case(name: "blank.md", bytes: Array(" \n\n\t\n".utf8), reason: "empty"),
    Case(
      name: "binary.txt", bytes: [0x7F, 0x45, 0x4C, 0x46] + (0..<2000).map { UInt8($0 * 7 & 255) },
      reason: "not text"),
    Case(name: "picture.jpg", bytes: [0xFF, 0xD8, 0xFF, 0xE0], reason: "jpg"),
    Case(name: "front.html", bytes: Array(frontPage.utf8), reason: "no article"),
    Case(name: "broken.jsonl", bytes: Array("{\"text\": \"It began".utf8), reason: "JSON"),
    Case(name: "other.jsonl", bytes: Array("{\"words\": \"no text\"}\n".utf8), reason: "text"),
    Case(name: "list.jsonl", bytes: Array("[1, 2, 3]\n".utf8), reason: "line"),
    Case(
      name: "date.jsonl", bytes: Array("{\"text\": \"A.\", \"published\": \"soon\"}\n".utf8),
      reason: "soon"),
    Case(
      name: "deep.html",
      bytes: Array(String(repeating: "<div>", count: 200_000).utf8), reason: "deep"),
  ]

  private static let frontPage = """
    <!DOCTYPE html><html><head><title>Front page</title></head><body><nav><a href="/a">A</a>
    <a href="/b">B</a></nav><ul><li><a href="/1">One thing</a></li><li><a href="/2">Another</a></li>
    </ul><footer>About us</footer></body></html>
    """

  @Test(arguments: cases)
  func `a bad file is named with a reason and its neighbours are filed`(bad: Case) throws {
    try TemporaryFolder.with { folder in
      try folder.write("in/a.jsonl", NewsSample.lines(0..<2))
      try folder.write("in/\(bad.name)", bad.bytes)
      try folder.write("in/z.jsonl", NewsSample.lines(2..<4))
      let library = folder.path("news.library")
      let run = try Command("ingest", "--library", library, folder.path("in")).run()
      #expect(run.status == 3)
      #expect(run.lines.first == "4 read, 4 added, 0 already there, 1 refused")
      let refusals = run.errors.split(separator: "\n")
      #expect(refusals.count == 1)
      #expect(run.errors.contains(bad.name))
      #expect(run.errors.contains(bad.reason))
      #expect(try Command("verify", "--library", library).run().status == 0)
    }
  }

  @Test func `one broken line of JSON Lines is named by its number`() throws {
    try TemporaryFolder.with { folder in
      let lines = try NewsSample.lines(0..<2) + "{\"text\": \n" + NewsSample.lines(2..<4)
      try folder.write("news.jsonl", lines)
      let run = try Command("read", folder.path("news.jsonl")).run()
      #expect(run.status == 3)
      #expect(run.lines.count == 4)
      #expect(run.errors.contains("news.jsonl:3"))
    }
  }

  @Test(arguments: ["words.txt", "words.jsonl", "words.html", "words.md"])
  func `bytes that are no UTF-8 give an article or a refusal, never a crash`(name: String) throws {
    try TemporaryFolder.with { folder in
      let text =
        "The mayor said \u{1} that the caf\u{e9} would open on Monday. She did not say when."
      var bytes = Array((name.hasSuffix("jsonl") ? "{\"text\": \"\(text)\"}" : text).utf8)
      bytes.replaceSubrange(10..<12, with: [0xC3, 0x28])
      bytes += [0xFF, 0xFE, 0xED, 0xA0, 0x80, 0xF5, 0x0A]
      try folder.write(name, bytes)
      let run = try Command("ingest", "--library", folder.path("l"), folder.path(name)).run()
      #expect([0, 3].contains(run.status), "\(run.errors)")
      #expect(run.output.contains("1 refused") == (run.status == 3))
    }
  }

  @Test func `a line of 200 MB is refused within bounded memory`() throws {
    try TemporaryFolder.with { folder in
      let file = try HugeLine(megabytes: 200).write(to: folder.path("huge.jsonl"))
      let command = "ulimit -v 500000; exec \"$0\" ingest --library \"$1\" \"$2\""
      let run = try Shell(command, Command.executable, folder.path("l"), file).run()
      #expect(run.status == 3, "\(run.errors)")
      #expect(run.output.hasPrefix("1 read, 1 added, 0 already there, 1 refused"))
      #expect(run.errors.contains("huge.jsonl:1"))
    }
  }

  @Test func `a text file of 200 MB on one line is refused within bounded memory`() throws {
    try TemporaryFolder.with { folder in
      let file = try HugeLine(megabytes: 200).write(to: folder.path("huge.txt"))
      let command = "ulimit -v 500000; exec \"$0\" ingest --library \"$1\" \"$2\""
      let run = try Shell(command, Command.executable, folder.path("l"), file).run()
      #expect(run.status == 3, "\(run.errors)")
      #expect(run.errors.contains("huge.txt"))
    }
  }

  @Test(arguments: ["p.html", "f.xml"])
  func `nested tags that fill the largest file are refused by their depth`(name: String) throws {
    try TemporaryFolder.with { folder in
      try folder.write(name, "<rss>" + String(repeating: "<a>", count: 5_000_000))
      let run = try Command("read", folder.path(name)).run()
      #expect(run.status == 3, "\(run.errors)")
      #expect(run.errors.contains("nests deeper"), "\(run.errors)")
    }
  }

  @Test func `a path that is not there is named`() throws {
    try TemporaryFolder.with { folder in
      try folder.write("a.jsonl", NewsSample.lines(0..<1))
      let run = try Command(
        "ingest", "--library", folder.path("l"), folder.path("gone.html"), folder.path("a.jsonl")
      ).run()
      #expect(run.status == 3)
      #expect(run.errors.contains("gone.html"))
      #expect(run.output.hasPrefix("1 read, 1 added"))
    }
  }
}
