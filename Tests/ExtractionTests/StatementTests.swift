import Extraction
import NewsModel
import Primitives
import Testing

struct StatementTests {
  private func analyse(_ text: String) -> (UTF8Text, Analysis) {
    (UTF8Text(text), Extractor().analyse(Article(text: text)))
  }

  @Test(arguments: [
    (
      "The minister said that the bridge would open in May.", "The minister", "said",
      "that the bridge would open in May"
    ),
    (
      "\"We will rebuild the bridge,\" said Anna Holm, the mayor.", "Anna Holm, the mayor", "said",
      "\"We will rebuild the bridge,\""
    ),
    (
      "\"The bridge is safe,\" Anna Holm told reporters on Monday.", "Anna Holm", "told",
      "\"The bridge is safe,\""
    ),
    (
      "Anna Holm, who leads the council, warned that costs could double.",
      "Anna Holm, who leads the council,", "warned", "that costs could double"
    ),
    (
      "The council declined to comment.", "The council", "declined", "to comment"
    ),
    (
      "According to the ministry, the road is closed.", "the ministry", "According to",
      "the road is closed"
    ),
  ])
  func `source, cue and content are found in the usual orders`(
    text: String, source: String, cue: String, content: String
  ) throws {
    let (bytes, analysis) = analyse(text)
    let statement = try #require(analysis.statements.first)
    #expect(statement.source.map { bytes[$0] } == [source])
    #expect(statement.cue.map { bytes[$0] } == [cue])
    #expect(statement.content.map { bytes[$0] } == [content])
  }

  @Test func `an interrupted quotation is one statement in two pieces`() throws {
    let (bytes, analysis) = analyse("\"We waited,\" Lena Moss said. \"Nobody came to help us.\"")
    let statement = try #require(analysis.statements.first)
    #expect(analysis.statements.count == 1)
    #expect(statement.form == .direct)
    #expect(
      statement.content.map { bytes[$0] } == ["\"We waited,\"", "\"Nobody came to help us.\""])
  }
}
