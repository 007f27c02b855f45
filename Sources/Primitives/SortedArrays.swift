/// Operations on sorted arrays without repeated elements.
package enum SortedArrays {
  /// How many elements two arrays have in common.
  /// - Complexity: O(a + b).
  @inlinable
  package static func commonCount<Element: Comparable>(_ a: [Element], _ b: [Element]) -> Int {
    var (i, j, count) = (0, 0, 0)
    // Nothing to guess for the processor: which of the two is smaller is as good as chance.
    while i < a.count, j < b.count {
      let (x, y) = (a[i], b[j])
      count &+= x == y ? 1 : 0
      i &+= x <= y ? 1 : 0
      j &+= y <= x ? 1 : 0
    }
    return count
  }
}
