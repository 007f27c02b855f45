/// Sums by key for many small additions: an open hash table of whole numbers.
///
/// Weighing one article adds up thousands of entries of the index; a `Dictionary` takes most of that time.
struct CommonCounts {
  private static let free = -1

  private var keys: [Int]
  private var sums: [Int]
  private var count = 0

  /// Creates an empty table.
  init() {
    keys = [Int](repeating: Self.free, count: 256)
    sums = [Int](repeating: 0, count: 256)
  }

  /// Adds to the sum of a key, which must not be negative.
  /// - Complexity: O(1), amortised.
  mutating func add(_ key: Int, _ amount: Int) {
    let place = place(of: key)
    if keys[place] == Self.free {
      keys[place] = key
      count += 1
      sums[place] = amount
      if count * 2 > keys.count { grow() }
    } else {
      sums[place] += amount
    }
  }

  /// Hands each key with its sum to `body`, in no order that means anything.
  func each(_ body: (_ key: Int, _ sum: Int) throws -> Void) rethrows {
    for (key, sum) in zip(keys, sums) where key != Self.free { try body(key, sum) }
  }

  private func place(of key: Int) -> Int {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: StableHash.mixed(UInt64(truncatingIfNeeded: key))) & mask
    while keys[place] != Self.free, keys[place] != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let (oldKeys, oldSums) = (keys, sums)
    keys = [Int](repeating: Self.free, count: oldKeys.count * 2)
    sums = [Int](repeating: 0, count: oldKeys.count * 2)
    for (key, sum) in zip(oldKeys, oldSums) where key != Self.free {
      let place = place(of: key)
      keys[place] = key
      sums[place] = sum
    }
  }
}
