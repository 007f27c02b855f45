public import Primitives

/// A frozen table from words to 32-bit values, looked up by bytes without regard to ASCII case.
///
/// Language data is kept in such tables: a look-up makes no `String`. The value 0 means "not there".
public struct WordTable: Sendable {
  private var slots: [Int32]
  private var starts: [Int32] = []
  private var values: [UInt32] = []
  private var letters: [UInt8] = []

  /// Builds the table; the values of a word that occurs twice are joined bit by bit.
  public init(_ pairs: [(word: String, value: UInt32)]) {
    var capacity = 16
    while capacity < pairs.count * 2 { capacity *= 2 }
    slots = [Int32](repeating: -1, count: capacity)
    for pair in pairs { insert(Array(pair.word.utf8), pair.value) }
    starts.append(Int32(letters.count))
  }

  /// The value of the word at a range of `bytes`, 0 when it is not in the table.
  /// - Complexity: O(length of the word).
  public func value(of bytes: [UInt8], at range: ByteRange) -> UInt32 {
    let mask = slots.count - 1
    var slot = Self.hash(bytes, range) & mask
    while slots[slot] >= 0 {
      let entry = Int(slots[slot])
      if matches(entry, bytes, range) { return values[entry] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// The value of a word, 0 when it is not in the table.
  public func value(of word: String) -> UInt32 {
    let bytes = Array(word.utf8)
    return value(of: bytes, at: ByteRange(0, bytes.count))
  }

  private func matches(_ entry: Int, _ bytes: [UInt8], _ range: ByteRange) -> Bool {
    let start = Int(starts[entry])
    let end = entry + 1 < starts.count ? Int(starts[entry + 1]) : letters.count
    guard end - start == range.count else { return false }
    for offset in 0..<range.count
    where letters[start + offset] != bytes[range.start + offset].asciiLowercased {
      return false
    }
    return true
  }

  private mutating func insert(_ word: [UInt8], _ value: UInt32) {
    let mask = slots.count - 1
    let range = ByteRange(0, word.count)
    var slot = Self.hash(word, range) & mask
    while slots[slot] >= 0 {
      let entry = Int(slots[slot])
      if matches(entry, word, range) {
        values[entry] |= value
        return
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(values.count)
    starts.append(Int32(letters.count))
    values.append(value)
    for byte in word { letters.append(byte.asciiLowercased) }
  }

  /// FNV-1a over the lower-cased bytes: short keys, and the same on every run.
  static func hash(_ bytes: [UInt8], _ range: ByteRange) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in range.indices {
      hash = (hash ^ UInt64(bytes[index].asciiLowercased)) &* 0x100_0000_01b3
    }
    hash ^= hash >> 29
    return Int(truncatingIfNeeded: hash & 0x7fff_ffff_ffff)
  }
}

extension UInt8 {
  /// The byte in lower case when it is an ASCII letter, else the byte.
  @inlinable public var asciiLowercased: UInt8 { isASCIIUppercase ? self | 0x20 : self }
}
