import Primitives
import Testing

@testable import Engine

struct SearchExpressionTests {
  @Test func `function words are dropped unless nothing else is left`() {
    #expect(SearchExpression("What is the liaison office?").words == ["liaison", "office"])
    #expect(SearchExpression("to be or not to be").words.contains("not"))
    #expect(SearchExpression("the").words == ["the"])
  }

  @Test func `words are quoted so that no operator gets through`() {
    #expect(SearchExpression("lock* OR \"dam\"").all == "\"lock\" AND \"dam\"")
    #expect(SearchExpression("Tokyo-b").any == "\"tokyo\" OR \"b\"")
  }

  @Test func `words are marked in other endings too`() {
    let text = UTF8Text("Offices opened; the office opens. Officers wait.")
    let marked = SearchExpression("offices opening").matches(in: text).map { text[$0] }
    #expect(marked == ["Offices", "opened", "office", "opens"])
  }
}
