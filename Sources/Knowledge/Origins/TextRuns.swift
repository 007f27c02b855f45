/// The runs of words of a text and how alike two texts are by them.
package enum TextRuns {
  /// The different runs of five words of a text, sorted.
  /// - Complexity: O(bytes + words log words).
  package static func of(_ text: String) -> [UInt64] {
    var builder = ShingleBuilder()
    var scanner = WordScanner(Array(text.utf8))
    while scanner.next() { builder.add(scanner.word) }
    return builder.sorted
  }

  /// The share of common runs in the geometric mean of the lengths, 0 to 1.
  /// - Complexity: O(a + b).
  package static func likeness(_ a: [UInt64], _ b: [UInt64]) -> Double {
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    return Double(SortedArrays.commonCount(a, b)) / (Double(a.count) * Double(b.count)).squareRoot()
  }
}
