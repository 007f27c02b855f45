import Primitives
import Testing

@testable import Linguistics

@Suite struct NounChunkTests {
  /// The chunks of tokens given as "word/PART/label/head", in brackets.
  private func marked(_ tokens: String) -> String {
    let fields = tokens.split(separator: " ").map { $0.split(separator: "/").map(String.init) }
    let words = fields.map { $0[0] }
    var ranges: [Token] = []
    var start = 0
    for word in words {
      ranges.append(Token(range: ByteRange(start, start + word.utf8.count)))
      start += word.utf8.count + 1
    }
    let text = AnnotatedText(
      text: UTF8Text(words.joined(separator: " ")), tokens: ranges, sentences: [0..<words.count],
      syntax: Syntax(
        tags: words, partsOfSpeech: fields.map { $0[1] }, heads: fields.map { Int($0[3]) ?? 0 },
        dependencies: fields.map { $0[2] }, lemmas: words))
    return text.nounChunks.map { words[$0].joined(separator: " ") }.joined(separator: " | ")
  }

  @Test(arguments: [
    (
      "The/DET/det/1 ministers/NOUN/nsubj/5 of/ADP/prep/1 both/DET/det/4 states/NOUN/pobj/2 "
        + "met/VERB/ROOT/5 her/PRON/dobj/5",
      "The ministers | both states | her"
    ),
    (
      "Oslo/PROPN/nsubj/5 ,/PUNCT/punct/0 Bergen/PROPN/conj/0 and/CCONJ/cc/2 old/NOUN/conj/2 "
        + "vote/VERB/ROOT/5",
      "Oslo | Bergen | old"
    ),
    ("fast/ADV/advmod/1 runs/VERB/ROOT/1", ""),
    ("press/NOUN/compound/1 desk/NOUN/ROOT/1", "press desk"),
  ])
  func `a phrase is a noun in its place with what stands before it`(
    tokens: String, expected: String
  ) {
    #expect(marked(tokens) == expected)
  }

  @Test func `a text without syntax has none`() {
    let text = AnnotatedText(text: UTF8Text(""), tokens: [], sentences: [])
    #expect(text.nounChunks.isEmpty)
  }
}
