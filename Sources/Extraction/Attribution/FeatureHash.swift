/// Hashing of what the attribution model sees of a word: 64-bit integers that wrap, the same on every machine.
///
/// `Training/attribution/features.py` computes the same numbers.
enum FeatureHash {
  /// FNV-1a of the bytes, ASCII capitals as small letters.
  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes {
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      hash = (hash ^ UInt64(lower)) &* 0x100_0000_01B3
    }
    return hash
  }

  /// Joins two values, in this order.
  static func mix(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var hash = (first ^ (second &* 0x9E37_79B9_7F4A_7C15)) &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 29
    return (hash &* 0x9E37_79B9_7F4A_7C15) ^ (hash >> 32)
  }

  /// Joins three values, in this order.
  static func mix(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
    mix(mix(first, second), third)
  }

  /// How many of the limits, which ascend, are at most `value`.
  static func bucket(_ value: Int, _ limits: [Int]) -> Int {
    var count = 0
    while count < limits.count, limits[count] <= value { count += 1 }
    return count
  }
}

/// Tables of vectors that lie one behind the other; a value of a feature stands for two rows of its table.
struct FeatureTables: Sendable {
  /// The number of rows of each table, a power of two.
  let sizes: [Int]
  private let offsets: [UInt32]

  /// Lays tables out in order.
  init(sizes: [Int]) {
    self.sizes = sizes
    var offsets: [UInt32] = []
    var total: UInt32 = 0
    for size in sizes {
      offsets.append(total)
      total += UInt32(size)
    }
    self.offsets = offsets
    rowCount = Int(total)
  }

  /// The number of rows of all tables.
  let rowCount: Int

  /// Appends the two rows of each value; there must be a value for each table.
  func appendRows(_ values: [UInt64], to rows: inout [UInt32]) {
    for feature in sizes.indices {
      let hash = FeatureHash.mix(values[feature], UInt64(feature + 1))
      let mask = UInt64(sizes[feature] - 1)
      rows.append(offsets[feature] + UInt32(hash & mask))
      rows.append(offsets[feature] + UInt32((hash >> 32) & mask))
    }
  }
}
