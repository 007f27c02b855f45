import NewsModel
import Primitives
import Testing

struct CitationTests {
  private func filed(_ text: String, sentences: [ByteRange]) throws -> FiledArticle {
    let article = Article(
      id: ArticleID("a"), outlet: "The Example", title: "Head", text: text)
    return FiledArticle(
      version: try ArticleVersion(article, ordinal: 1), analysis: Analysis(sentences: sentences),
      entities: [], origin: OriginID("o"), isCopy: false, isCurrent: true, story: nil)
  }

  @Test func `a citation holds the words and what stands around them`() throws {
    let text = "Rain fell in Quay. The mayor said more was coming."
    let article = try filed(text, sentences: [ByteRange(0, 18), ByteRange(19, 50)])
    let citation = try #require(Citation(ByteRange(34, 49), of: article))
    #expect(citation.exact == "more was coming")
    #expect(citation.prefix == "ain fell in Quay. The mayor said ".suffix(32))
    #expect(citation.suffix == ".")
    #expect(citation.sentence == ByteRange(19, 50))
  }

  @Test func `prefix and suffix never cut a character`() throws {
    let text = String(repeating: "é", count: 40) + "X" + String(repeating: "ü", count: 40)
    let article = try filed(text, sentences: [])
    let citation = try #require(Citation(ByteRange(80, 81), of: article))
    #expect(citation.exact == "X")
    #expect(citation.prefix == String(repeating: "é", count: 16))
    #expect(citation.suffix == String(repeating: "ü", count: 16))
  }

  @Test func `a range that does not fit is no citation`() throws {
    let article = try filed("Café.", sentences: [])
    #expect(Citation(ByteRange(0, 4), of: article) == nil)
    #expect(Citation(ByteRange(0, 99), of: article) == nil)
    #expect(Citation(ByteRange(2, 2), of: article) == nil)
  }
}
