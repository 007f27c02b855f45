import Primitives
import Testing

@testable import Linguistics

struct TokenProjectionTests {
  private func tokens(_ ranges: (Int, Int)...) -> [Token] {
    ranges.map { Token(range: ByteRange($0.0, $0.1)) }
  }

  @Test func `white space is taken out and heads follow`() {
    // "a  b c": the second token is white space, heads the last, and hangs on the first.
    let annotated = AnnotatedText(
      text: UTF8Text("a  b c"), tokens: tokens((0, 1), (2, 3), (3, 4), (5, 6)),
      sentences: [0..<2, 2..<4], names: [NameSpan(tokens: 1..<3, label: "ORG")],
      syntax: Syntax(
        tags: ["DT", "_SP", "NN", "NN"], partsOfSpeech: ["DET", "SPACE", "NOUN", "NOUN"],
        heads: [2, 0, 2, 1], dependencies: ["det", "", "ROOT", "dep"], lemmas: ["a", " ", "b", "c"])
    )
    let plain = TokenProjection.withoutSpace(annotated)
    #expect(plain.tokens == tokens((0, 1), (3, 4), (5, 6)))
    #expect(plain.syntax?.heads == [1, 1, 0])
    #expect(plain.syntax?.lemmas == ["a", "b", "c"])
    #expect(plain.sentences == [0..<1, 1..<3])
    #expect(plain.names == [NameSpan(tokens: 1..<2, label: "ORG")])
  }

  @Test func `bytes are found among the tokens`() {
    let projection = TokenProjection(tokens: tokens((0, 4), (5, 9), (9, 10), (12, 20)))
    #expect(projection.tokens(over: ByteRange(5, 10)) == 1..<3)
    #expect(projection.tokens(over: ByteRange(3, 6)) == 0..<2)
    #expect(projection.tokens(over: ByteRange(10, 12)).isEmpty)
    #expect(projection.tokens(over: ByteRange(15, 40)) == 3..<4)
  }

  @Test func `sentences of another annotator cover all tokens once`() {
    let text = UTF8Text("One two. Three four")
    let other = AnnotatedText(
      text: text, tokens: tokens((0, 7), (7, 8), (9, 19)), sentences: [0..<2, 2..<3])
    let projection = TokenProjection(tokens: tokens((0, 3), (4, 7), (7, 8), (9, 14), (15, 19)))
    #expect(projection.sentences(other) == [0..<3, 3..<5])
  }
}
