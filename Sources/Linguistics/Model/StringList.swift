/// Strings in one run of bytes: their number, then each with its length (32-bit, little-endian).
enum StringList {
  /// The bytes of a list.
  static func encode(_ strings: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    append(UInt32(strings.count), to: &bytes)
    for string in strings {
      append(UInt32(string.utf8.count), to: &bytes)
      bytes.append(contentsOf: string.utf8)
    }
    return bytes
  }

  /// The list in the bytes, or nil when they are not a list.
  static func decode(_ bytes: [UInt8]) -> [String]? {
    var offset = 0
    guard let count = number(in: bytes, at: &offset) else { return nil }
    var strings: [String] = []
    for _ in 0..<count {
      guard let length = number(in: bytes, at: &offset), length <= bytes.count - offset else {
        return nil
      }
      strings.append(String(decoding: bytes[offset..<offset + length], as: UTF8.self))
      offset += length
    }
    return offset == bytes.count ? strings : nil
  }

  static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  static func number(in bytes: [UInt8], at offset: inout Int) -> Int? {
    guard bytes.count - offset >= 4 else { return nil }
    var value = 0
    for index in 0..<4 { value |= Int(bytes[offset + index]) << (8 * index) }
    offset += 4
    return value
  }
}
