import Linguistics
import Primitives
import Testing

struct SurfaceSentenceTests {
  private func sentences(_ text: String) -> [String] {
    let annotated = SurfaceAnnotator().annotate(UTF8Text(text))
    return annotated.sentences.map { annotated.text[annotated.range(of: $0)] }
  }

  @Test(arguments: [
    ["Mr. Holm met Dr. Moss in St. Peter Port.", "They talked."],
    ["Prices rose 3.5 percent to $1,200.", "Nobody was pleased."],
    ["J. R. Holm lives in the U.S. and works at Holm Inc. in Ohio.", "He is 45."],
    ["\"We are late.\"", "She left."],
    ["\"Are we late?\" Anna Holm asked.", "Nobody knew."],
    ["They moved to the U.S.", "The house was sold."],
    ["The train left at 5 p.m. on Friday."],
    ["It rained (as it often does).", "Then the sun came out…", "It was noon!"],
  ])
  func `full stops end sentences only where a sentence ends`(expected: [String]) {
    #expect(sentences(expected.joined(separator: " ")) == expected)
  }

  @Test func `a line feed ends a sentence, so a heading is one`() {
    #expect(
      sentences("A heading\nIt goes on.\n\nAnd ends") == ["A heading", "It goes on.", "And ends"])
  }

  @Test func `no text has no sentence`() {
    #expect(sentences("").isEmpty)
    #expect(sentences(" \n\t ").isEmpty)
  }
}
