/// UTF-16 as bytes.
enum UTF16Bytes {
  /// Decodes bytes into UTF-8; a lone surrogate or a last odd byte becomes U+FFFD.
  static func decode(_ bytes: [UInt8], bigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 0
    while index + 1 < bytes.count {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    var result = Array(String(decoding: units, as: UTF16.self).utf8)
    if index < bytes.count { result.append(scalar: 0xFFFD) }
    return result
  }
}
