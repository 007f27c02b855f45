import NewsModel
import Primitives
import Testing

@Suite struct ReadingVerbTests {
  @Test func `the samples are read as articles with heads`() throws {
    let records = try Self.sampleArticles()
    #expect(records.count == 25)
    let bare = records.filter {
      $0.outlet == nil || $0.title == nil || $0.published == nil || $0.url == nil
    }
    #expect(bare.compactMap(\.file) == [])
    let odd = records.filter { !(1200...4000).contains($0.text.utf8.count) }
    #expect(odd.compactMap(\.file) == [])
    let outlets = Set(records.compactMap(\.outlet))
    #expect(
      outlets == [
        "Quayline", "The Harbour Lantern", "The Tollbridge Review", "The Norrowby Courier",
      ])
  }

  @Test(arguments: [
    "cookies", "Sign up", "Advertisement", "Share", "Tide Table", "All rights", "Copyright (c)",
    "Additional reporting by", "More from", "Related", "---", "##", "Title:", "URL:",
  ])
  func `furniture stays out of the text`(words: String) throws {
    let holding = try Self.sampleArticles().filter { $0.text.contains(words) }
    #expect(holding.compactMap(\.file) == [])
  }

  @Test func `the two versions of a corrected page are one article`() throws {
    let address = "https://harbourlantern.example/asia/japan-confirms-liaison-office-talks"
    let versions = try Self.sampleArticles().filter { $0.url == address }
    #expect(versions.count == 2)
    #expect(Set(versions.map(\.id)).count == 1)
    #expect(versions.first?.text != versions.last?.text)
    #expect(versions.last?.modified == CivilTime(iso8601: "2023-05-12T08:45:00Z"))
  }

  @Test func `standard input is read like a file`() throws {
    try TemporaryFolder.with { folder in
      try folder.write("articles.jsonl", NewsSample.lines(0..<3))
      let piped = try Command("read", "-").succeed(input: try folder.bytes("articles.jsonl"))
      let named = try Command("read", folder.path("articles.jsonl")).succeed()
      let texts = try JSONLines(piped.output).texts("text")
      #expect(texts.count == 3)
      #expect(texts == (try JSONLines(named.output).texts("text")))
    }
  }

  @Test func `an analysis keeps the text and its ranges fit it`() throws {
    let articles = try Command("read", SampleLibrary.articles).succeed().output
    let output = try Command("analyse", "-").succeed(input: Array(articles.utf8)).output
    let records = try output.split(separator: "\n").map {
      try CanonicalJSON.decode(AnalysisRecord.self, from: $0.utf8)
    }
    #expect(records.map(\.text) == (try Self.sampleArticles().map(\.text)))
    for record in records {
      let text = UTF8Text(record.text)
      let analysis = record.analysis
      #expect(analysis.sentences.count > 5)
      #expect(!analysis.statements.isEmpty)
      let ranges =
        analysis.sentences + analysis.entities.flatMap(\.mentions)
        + analysis.statements.flatMap { $0.source + $0.cue + $0.content.elements }
      for range in ranges { #expect(text.words(at: range) != nil, "\(range) in \(record.id)") }
    }
  }

  @Test func `the number of cores does not change an analysis`() throws {
    let input = Array(try Command("read", SampleLibrary.articles).succeed().output.utf8)
    let one = try Command("analyse", "--jobs", "1", "-").succeed(input: input).output
    let many = try Command("analyse", "--jobs", "5", "-").succeed(input: input).output
    #expect(one == many)
  }

  private static func sampleArticles() throws -> [Article] {
    let output = try Command("read", SampleLibrary.articles).succeed().output
    return try output.split(separator: "\n").map {
      try CanonicalJSON.decode(Article.self, from: $0.utf8)
    }
  }
}
