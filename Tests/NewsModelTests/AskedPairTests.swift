import NewsModel
import Primitives
import Testing

struct AskedPairTests {
  private func article(_ json: String) throws -> Article {
    try CanonicalJSON.decode(Article.self, from: Array(json.utf8))
  }

  @Test func `an article record may ask about two spans`() throws {
    let article = try article(#"{"text":"Anna Holm met Peter Lind.","p":[0,9],"q":[14,24]}"#)
    #expect(article.asked == AskedPair(p: ByteRange(0, 9), q: ByteRange(14, 24)))
  }

  @Test(arguments: [
    #"{"text":"One."}"#, #"{"text":"One.","p":[0,1]}"#, #"{"text":"One.","p":"a","q":[0,1]}"#,
    #"{"text":"One.","p":[3,1],"q":[0,1]}"#, #"{"text":"One.","p":[-3,1],"q":[0,1]}"#,
  ])
  func `what is no two ranges is no question and no fault`(json: String) throws {
    #expect(try article(json).asked == nil)
  }

  @Test func `the question is not written with the article`() throws {
    let article = try article(#"{"text":"One two.","p":[0,3],"q":[4,7]}"#)
    let written = String(decoding: try CanonicalJSON.encode(article), as: UTF8.self)
    #expect(!written.contains("\"p\""))
  }

  @Test func `an answer comes back in the record`() throws {
    let record = AnalysisRecord(Article(text: "One."), Analysis(), label: .pAgainstQ)
    let bytes = try CanonicalJSON.encode(record)
    #expect(String(decoding: bytes, as: UTF8.self).contains(#""label":"p_against_q""#))
    #expect(try CanonicalJSON.decode(AnalysisRecord.self, from: bytes).label == .pAgainstQ)
  }

  @Test func `a programme without terms, resistance and next steps can be read`() throws {
    let json = #"{"entity":"e1","stage":"proposed","parties":[],"evidence":[[0,4]]}"#
    let programme = try CanonicalJSON.decode(Programme.self, from: Array(json.utf8))
    #expect(programme.terms.isEmpty && programme.nextSteps.isEmpty)
  }
}
