/// The two hash functions that the model's ids and embedding rows are computed with.
enum MurmurHash {
  /// MurmurHash64A by Austin Appleby with seed 1: the id of a string.
  static func string(_ bytes: Span<UInt8>) -> UInt64 {
    let multiplier: UInt64 = 0xc6a4_a793_5bd1_e995
    var hash = 1 ^ (UInt64(bytes.count) &* multiplier)
    var offset = 0
    while offset + 8 <= bytes.count {
      var word = littleEndian(bytes, offset, 8) &* multiplier
      word ^= word &>> 47
      hash = (hash ^ (word &* multiplier)) &* multiplier
      offset += 8
    }
    if offset < bytes.count {
      hash = (hash ^ littleEndian(bytes, offset, bytes.count - offset)) &* multiplier
    }
    hash ^= hash &>> 47
    hash = hash &* multiplier
    return hash ^ (hash &>> 47)
  }

  /// The id of the UTF-8 bytes of `text`.
  static func string(_ text: String) -> UInt64 {
    let bytes = Array(text.utf8)
    return string(bytes.span)
  }

  /// MurmurHash3 x64 128 of the eight bytes of `id`, as four words: the rows of an embedding.
  static func rows(_ id: UInt64, seed: UInt32) -> (UInt32, UInt32, UInt32, UInt32) {
    var first = id &* 0x87c3_7b91_1142_53d5
    first = rotated(first, 31) &* 0x4cf5_ad43_2745_937f
    var a = UInt64(seed) ^ first ^ 8
    var b = UInt64(seed) ^ 8
    a = a &+ b
    b = b &+ a
    a = mixed(a)
    b = mixed(b)
    a = a &+ b
    b = b &+ a
    return (
      UInt32(truncatingIfNeeded: a), UInt32(truncatingIfNeeded: a &>> 32),
      UInt32(truncatingIfNeeded: b), UInt32(truncatingIfNeeded: b &>> 32)
    )
  }

  private static func littleEndian(_ bytes: Span<UInt8>, _ offset: Int, _ count: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in 0..<count {
      word |= UInt64(bytes[offset + index]) &<< UInt64(8 * index)
    }
    return word
  }

  private static func rotated(_ value: UInt64, _ bits: UInt64) -> UInt64 {
    (value &<< bits) | (value &>> (64 - bits))
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var k = value
    k ^= k &>> 33
    k = k &* 0xff51_afd7_ed55_8ccd
    k ^= k &>> 33
    k = k &* 0xc4ce_b9fe_1a85_ec53
    return k ^ (k &>> 33)
  }
}
