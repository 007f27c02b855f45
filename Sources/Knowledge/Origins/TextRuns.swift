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
    likeness(common: SortedArrays.commonCount(a, b), of: a.count, b.count)
  }

  /// The same for texts of so many runs with so many in common.
  static func likeness(common: Int, of a: Int, _ b: Int) -> Double {
    a == 0 || b == 0 ? 0 : Double(common) / (Double(a) * Double(b)).squareRoot()
  }
}
