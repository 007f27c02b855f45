/// Operations on sorted arrays without repeated elements.
enum SortedArrays {
  /// How many elements two arrays have in common.
  /// - Complexity: O(a + b).
  static func commonCount(_ a: [UInt64], _ b: [UInt64]) -> Int {
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
