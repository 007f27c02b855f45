import NewsModel
import Primitives
import Testing

@testable import WebApp

struct ParagraphTests {
  private func pieces(_ text: String, _ sentences: [(Int, Int)]) -> [[String]] {
    let bytes = UTF8Text(text)
    let ranges = sentences.map { ByteRange($0.0, $0.1) }
    return Paragraph.split(bytes, sentences: ranges).map { $0.pieces.map { bytes[$0] } }
  }

  @Test func `lines are paragraphs and empty lines are none`() {
    #expect(
      pieces("One. Two.\n\n  \nThree.\n", [(0, 4), (5, 9), (14, 20)]) == [
        ["One.", "Two."], ["Three."],
      ])
  }

  @Test func `words outside every sentence become a piece`() {
    #expect(pieces("Head One. tail", [(5, 9)]) == [["Head", "One.", "tail"]])
    #expect(pieces("No sentence", []) == [["No sentence"]])
  }

  @Test func `a sentence over a line feed is cut there`() {
    #expect(pieces("One\ntwo three.", [(0, 14)]) == [["One"], ["two three."]])
  }

  @Test(arguments: [
    [(0, 99)], [(3, 3)], [(1, 2)], [(0, 4), (2, 6)], [(4, 6), (0, 4)],
  ])
  func `sentences that do not fit lose no word`(sentences: [(Int, Int)]) {
    let shown = pieces("é one\ntwo", sentences).flatMap(\.self).joined()
    #expect(shown.utf8.filter { $0 != 0x20 } == Array("éonetwo".utf8))
  }
}
