import Testing

@testable import Composition

struct TextWidthsTests {
  @Test(arguments: [40.0, 120, 300])
  func `fitted text fits and ends in an ellipsis at a word`(limit: Double) {
    let text = "Portmere council approved a harbour tunnel between the piers"
    let fitted = TextWidths.fitted(text, size: 17, width: limit)
    #expect(TextWidths.width(fitted, size: 17) <= limit)
    #expect(fitted.hasSuffix("…"))
  }

  @Test func `text that fits is left alone`() {
    #expect(TextWidths.fitted("Portmere", size: 17, width: 300) == "Portmere")
  }

  @Test func `lines hold all words when there is room`() {
    let lines = TextWidths.lines("one two three four", size: 17, width: 90, most: 4)
    #expect(lines.joined(separator: " ") == "one two three four")
    #expect(lines.allSatisfy { TextWidths.width($0, size: 17) <= 90 })
  }

  @Test(arguments: [(1.0, "1"), (1.04, "1"), (1.25, "1.3"), (-0.5, "-0.5"), (12.96, "13")])
  func `coordinates have one decimal at most`(value: Double, expected: String) {
    #expect(SVGDrawing.coordinate(value) == expected)
  }
}
