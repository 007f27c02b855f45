/// Decoding, lower case and word shape on UTF-8 bytes, by the definitions of Python's `str`.
enum Scalars {
  /// The scalar that begins at `offset` of valid UTF-8, and how many bytes it has.
  @inline(__always)
  static func decode(_ bytes: Span<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int) {
    let lead = UInt32(bytes[offset])
    if lead < 0x80 { return (lead, 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    // The text is valid UTF-8; the bound only matters for bytes that are cut out of it.
    guard offset + length <= bytes.count else { return (0xFFFD, bytes.count - offset) }
    var scalar = lead & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for index in 1..<length { scalar = scalar << 6 | UInt32(bytes[offset + index] & 0x3F) }
    return (scalar, length)
  }

  /// All scalars of the bytes.
  static func decode(_ bytes: Span<UInt8>) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      let (scalar, length) = decode(bytes, at: offset)
      result.append(scalar)
      offset += length
    }
    return result
  }

  /// Appends the UTF-8 bytes of a scalar.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    guard let valid = Unicode.Scalar(scalar) else { return }
    bytes.append(contentsOf: UTF8.encode(valid) ?? UTF8.encodedReplacementCharacter)
  }

  /// The lower-case form, as `str.lower` gives it.
  static func lowercased(_ scalars: [UInt32]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(scalars.count)
    for (index, scalar) in scalars.enumerated() {
      if scalar < 128 {
        result.append(scalar >= 0x41 && scalar <= 0x5A ? UInt8(scalar) + 32 : UInt8(scalar))
      } else if scalar == 0x3A3 {
        append(isFinalSigma(scalars, index) ? 0x3C2 : 0x3C3, to: &result)
      } else if let lower = Unicode.Scalar(scalar)?.properties.lowercaseMapping {
        result.append(contentsOf: lower.utf8)
      }
    }
    return result
  }

  /// Whether a capital sigma ends its word (the Final_Sigma condition of the Unicode standard).
  private static func isFinalSigma(_ scalars: [UInt32], _ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, isIgnorable(scalars[before]) { before -= 1 }
    guard before >= 0, isCased(scalars[before]) else { return false }
    var after = index + 1
    while after < scalars.count, isIgnorable(scalars[after]) { after += 1 }
    return after == scalars.count || !isCased(scalars[after])
  }

  private static func isIgnorable(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar)?.properties.isCaseIgnorable ?? false
  }

  private static func isCased(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar)?.properties.isCased ?? false
  }

  /// The shape of a word: `X` and `x` for letters, `d` for digits, runs cut to four.
  static func shape(_ scalars: [UInt32]) -> [UInt8] {
    guard scalars.count < 100 else { return Array("LONG".utf8) }
    var result: [UInt8] = []
    var last: UInt32?
    var run = 0
    for scalar in scalars {
      let symbol: UInt32 =
        if ScalarClass.isLetter(scalar) {
          ScalarClass.isUppercase(scalar) ? 0x58 : 0x78
        } else {
          ScalarClass.isDigit(scalar) ? 0x64 : scalar
        }
      run = symbol == last ? run + 1 : 0
      last = symbol
      if run < 4 { append(symbol, to: &result) }
    }
    return result
  }
}
