import Primitives
import Testing

@testable import Linguistics

@Suite struct TreeDumpTests {
  /// A text whose tokens are its words between spaces.
  private func text(_ words: String, heads: [Int], labels: [String], names: [NameSpan] = [])
    -> AnnotatedText
  {
    let text = UTF8Text(words)
    var tokens: [Token] = []
    var start = 0
    for word in words.split(separator: " ", omittingEmptySubsequences: false) {
      tokens.append(Token(range: ByteRange(start, start + word.utf8.count)))
      start += word.utf8.count + 1
    }
    let none = tokens.map { _ in "-" }
    let syntax = Syntax(
      tags: none, partsOfSpeech: none, heads: heads, dependencies: labels, lemmas: none)
    return AnnotatedText(
      text: text, tokens: tokens, sentences: [0..<tokens.count], names: names, syntax: syntax)
  }

  @Test func `children hang below their heads in the order of the text`() {
    let text = text(
      "Ms. Larsen said so .", heads: [1, 2, 2, 2, 2],
      labels: ["compound", "nsubj", "ROOT", "advmod", "punct"],
      names: [NameSpan(tokens: 1..<2, label: "PERSON")])
    #expect(
      TreeDump(text).description == """
        said - ROOT -
        ├─ Larsen - nsubj - [PERSON]
        │  └─ Ms. - compound -
        ├─ so - advmod -
        └─ . - punct -
        """)
  }

  @Test func `white space is made visible`() {
    let text = text("a\n\tb c", heads: [0, 0], labels: ["ROOT", "dep"])
    #expect(TreeDump(text).description == "a<A><9>b - ROOT -\n└─ c - dep -")
  }

  @Test func `a chain of many words is drawn`() {
    let count = 300
    let text = text(
      Array(repeating: "w", count: count).joined(separator: " "),
      heads: (0..<count).map { max(0, $0 - 1) }, labels: Array(repeating: "x", count: count))
    #expect(TreeDump(text).description.split(separator: "\n").count == count)
  }

  @Test func `a text without syntax gives its words`() {
    let text = AnnotatedText(
      text: UTF8Text("so be"),
      tokens: [Token(range: ByteRange(0, 2)), Token(range: ByteRange(3, 5))], sentences: [0..<2])
    #expect(TreeDump(text).description == "so\nbe")
  }
}
