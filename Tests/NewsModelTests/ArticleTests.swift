import NewsModel
import Primitives
import Testing

struct ArticleTests {
  @Test func `an id that came with the input is kept`() throws {
    let json = #"{"id":"a-1","text":"Words."}"#
    let article = try CanonicalJSON.decode(Article.self, from: Array(json.utf8))
    #expect(article.id == ArticleID("a-1"))
    #expect(try CanonicalJSON.string(article) == json)
  }

  @Test func `only the text is required`() throws {
    let article = try CanonicalJSON.decode(Article.self, from: Array(#"{"text":"W."}"#.utf8))
    #expect(article.text == "W.")
    #expect(article.published == nil)
    #expect(throws: DecodingError.self) {
      try CanonicalJSON.decode(Article.self, from: Array(#"{"title":"T"}"#.utf8))
    }
  }

  @Test func `one author may be written without a list`() throws {
    let json = #"{"byline":"Ann Example","text":"W."}"#
    #expect(
      try CanonicalJSON.decode(Article.self, from: Array(json.utf8)).byline == ["Ann Example"])
  }

  @Test func `a corrected text at one address is another version`() throws {
    let first = Article(url: "https://example.org/a", text: "Thirty came.")
    let second = Article(url: "https://example.org/a", text: "Forty came.")
    #expect(first.id == second.id)
    #expect(try ArticleVersion.id(of: first) != ArticleVersion.id(of: second))
  }

  @Test func `what the source said besides is kept and makes no version`() throws {
    let json = #"{"extra":{"comments":3,"id":"urn:x"},"id":"a-1","text":"W."}"#
    let article = try CanonicalJSON.decode(Article.self, from: Array(json.utf8))
    #expect(article.extra?["id"]?.string == "urn:x")
    #expect(try CanonicalJSON.string(article) == json)
    var later = article
    later.extra = nil
    #expect(try ArticleVersion.id(of: article) == ArticleVersion.id(of: later))
  }

  @Test func `the path does not make another version`() throws {
    let first = Article(file: "one.html", url: "https://example.org/a", text: "W.")
    var second = first
    second.file = "two.html"
    #expect(try ArticleVersion.id(of: first) == ArticleVersion.id(of: second))
  }

  @Test func `the analysis record is flat`() throws {
    let content = NonEmpty(ByteRange(0, 5))
    let statement = Statement(
      id: "s0", speaker: EntityIndex(2), source: [], cue: [], content: content, form: .indirect,
      footing: .unstated)
    let article = Article(id: ArticleID("x"), text: "Rain fell.")
    let record = AnalysisRecord(
      article, Analysis(sentences: [ByteRange(0, 10)], statements: [statement]))
    let line = try CanonicalJSON.string(record)
    #expect(line.contains(#""sentences":[[0,10]]"#))
    #expect(line.contains(#""speaker":"e2""#))
    let back = try CanonicalJSON.decode(AnalysisRecord.self, from: Array(line.utf8))
    #expect(back.analysis == record.analysis)
    #expect(back.text == article.text)
  }

  @Test func `a sentence is found by any of its bytes`() {
    let analysis = Analysis(sentences: [ByteRange(0, 4), ByteRange(5, 9), ByteRange(12, 20)])
    #expect(analysis.sentence(at: 0) == ByteRange(0, 4))
    #expect(analysis.sentence(at: 8) == ByteRange(5, 9))
    #expect(analysis.sentence(at: 4) == nil)
    #expect(analysis.sentence(at: 19) == ByteRange(12, 20))
    #expect(analysis.sentence(at: 20) == nil)
  }
}
