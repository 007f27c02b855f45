/// A 64-bit hash of bytes that is the same in every run and on every machine.
///
/// FNV-1a, then the finaliser of MurmurHash3: short words spread over all 64 bits.
struct StableHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds bytes.
  mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  /// Adds a number.
  mutating func combine(_ number: UInt64) {
    state = Self.mixed(state ^ number) &* 0x100_0000_01B3
  }

  /// The hash of all that was added.
  var value: UInt64 { Self.mixed(state) }

  /// Hashes one sequence of bytes.
  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = StableHash()
    hash.combine(bytes)
    return hash.value
  }

  /// Spreads the bits of a number over all 64 bits.
  static func mixed(_ number: UInt64) -> UInt64 {
    var x = number
    x ^= x >> 33
    x = x &* 0xFF51_AFD7_ED55_8CCD
    x ^= x >> 33
    x = x &* 0xC4CE_B9FE_1A85_EC53
    return x ^ (x >> 33)
  }
}
