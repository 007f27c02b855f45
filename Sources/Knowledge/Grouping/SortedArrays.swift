/// Operations on sorted arrays without repeated elements.
enum SortedArrays {
  /// How many elements two arrays have in common.
  /// - Complexity: O(a + b).
  static func commonCount(_ a: [UInt64], _ b: [UInt64]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        count += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }
}
