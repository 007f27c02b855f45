import Primitives

/// Finds a name's number by the hash of its bytes: a few steps in flat arrays.
struct NameTable {
  private var hashes: [UInt64]
  private var values: [UInt8]
  private let mask: Int

  /// The hash of no bytes (FNV-1a).
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Takes one more byte into a hash.
  @inline(__always)
  static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The hash of a name in lower case.
  static func hash(_ name: some Sequence<UInt8>) -> UInt64 { name.reduce(seed, mix) }

  /// - Precondition: The names differ.
  init(_ names: [(name: String, value: UInt8)]) {
    self.init(hashes: names.map { (Self.hash($0.name.utf8), $0.value) })
  }

  /// - Precondition: The hashes differ.
  init(hashes names: [(hash: UInt64, value: UInt8)]) {
    var size = 16
    while size < 4 * names.count { size *= 2 }
    mask = size - 1
    hashes = Array(repeating: 0, count: size)
    values = Array(repeating: 0, count: size)
    for (hash, value) in names {
      var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
      while hashes[slot] != 0 { slot = (slot + 1) & mask }
      hashes[slot] = hash
      values[slot] = value
    }
  }

  /// The number of the name with this hash; nil when it is none of the table's.
  func value(of hash: UInt64) -> UInt8? {
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return values[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
