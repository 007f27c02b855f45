import Composition
import NewsModel
import Primitives
import Testing

@testable import WebApp

struct ArticleTextTests {
  private func render(_ filed: FiledArticle) -> String {
    ArticleTextRenderer(filed, profiles: [:], links: SiteLinks(depth: 1)).render().markup
  }

  @Test func `a statement is marked with its form and its speaker is named beside it`() throws {
    let text = "The lock is safe, Brandt said. It is old."
    let filed = try FiledFixture.filed(
      text, sentences: ["The lock is safe, Brandt said.", "It is old."],
      statements: [("The lock is safe", .indirect)], speaker: "Ada Brandt")
    let markup = render(filed)
    #expect(
      markup.contains("<span class=\"st st-indirect k1\">The lock is safe</span>, Brandt said."))
    #expect(markup.contains("<span class=\"sent\" id=\"b31\">It is old.</span>"))
    #expect(markup.contains("Ada Brandt"))
    #expect(markup.contains("in the reporter’s words, by name"))
  }

  @Test func `the words for a source have no comma at their end`() {
    let text = UTF8Text("The official, who spoke up, said no.")
    let statement = Statement(
      id: "s0", speaker: nil, source: [ByteRange(0, 27)], cue: [],
      content: NonEmpty(ByteRange(33, 35)),
      form: .indirect, footing: .role)
    #expect(SpeakerStyles.sourceWords(statement, in: text) == "The official, who spoke up")
  }

  @Test func `a nested statement is cut out of the one around it`() throws {
    let text = "Brandt said that Marsh had said no to it."
    let filed = try FiledFixture.filed(
      text, sentences: [text],
      statements: [("that Marsh had said no to it", .indirect), ("no to it", .direct)])
    let marks = StatementMarks(filed)
    let segments = marks.segments(of: filed.text.fullRange, among: [0, 1])
    #expect(
      segments.map { filed.text[$0.range] } == [
        "Brandt said ", "that Marsh had said ", "no to it", ".",
      ])
    #expect(segments.map(\.statements) == [[], [0], [1, 0], []])
  }

  @Test func `overlapping statements are told apart`() throws {
    let text = "one two three"
    let filed = try FiledFixture.filed(
      text, sentences: [text], statements: [("one two", .direct), ("two three", .mixed)])
    let segments = StatementMarks(filed).segments(of: filed.text.fullRange, among: [0, 1])
    #expect(segments.map { filed.text[$0.range] } == ["one ", "two", " three"])
    #expect(segments.map { $0.statements.sorted() } == [[0], [0, 1], [1]])
  }

  @Test func `a statement over two paragraphs is continued in the second`() throws {
    let text = "\"One.\nTwo,\" she said."
    let filed = try FiledFixture.filed(
      text, sentences: ["\"One.", "Two,\" she said."], statements: [("\"One.\nTwo,\"", .direct)],
      speaker: "Ada Brandt")
    #expect(render(filed).contains("</span>, continued: "))
  }

  @Test(arguments: ["a < b & c > \"d\" 'e'", "<script>alert(1)</script>", "é 漢字 🚢\u{0}\u{7}"])
  func `the words come back from the page as they are in the article`(text: String) throws {
    let filed = try FiledFixture.filed(text, sentences: [text], statements: [(text, .direct)])
    let page = RenderedPage(Array(render(filed).utf8))
    let words = try #require(page.elements(id: "b0").first?.words)
    #expect(words.utf8.elementsEqual(text.utf8.filter { $0 >= 0x20 }))
    #expect(!render(filed).contains("<script"))
  }

  @Test func `statements whose ranges do not fit the text are passed over`() throws {
    let version = try ArticleVersion(Article(title: "T", text: "é safe"), ordinal: 1)
    let ranges = [ByteRange(1, 4), ByteRange(0, 99), ByteRange(2, 2)]
    let statements = ranges.enumerated().map { place, range in
      Statement(
        id: "s\(place)", speaker: EntityIndex(7), source: [range], cue: [],
        content: NonEmpty(range),
        form: .direct, footing: .unstated, via: EntityIndex(9))
    }
    let filed = FiledArticle(
      version: version,
      analysis: Analysis(sentences: [ByteRange(1, 3), ByteRange(0, 50)], statements: statements),
      entities: [], origin: OriginID("o"), isCopy: false, isCurrent: true, story: nil)
    #expect(render(filed).contains("é safe"))
  }
}
