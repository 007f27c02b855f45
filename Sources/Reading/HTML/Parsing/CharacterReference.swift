import NewsModel
import Primitives

/// Resolves character references such as `&amp;`, `&#8211;` and `&#x2013;` (HTML standard, 13.2.5.72).
enum CharacterReference {
  /// No name is longer.
  private static let longestName = 32
  /// No name that may stand without a semicolon is longer.
  private static let longestBareName = 6

  /// Appends what the reference at `start` stands for; returns its length, nil when it is none.
  static func append(
    at start: Int, _ end: Int, of bytes: [UInt8], isInAttribute: Bool, to text: inout [UInt8]
  ) -> Int? {
    guard start + 1 < end else { return nil }
    if bytes[start + 1] == UInt8(ascii: "#") { return number(at: start, end, of: bytes, &text) }
    var hash = NameTable.seed
    var index = start + 1
    var bare: (hash: UInt64, length: Int)?
    while index < end, index - start <= longestName {
      let byte = bytes[index]
      if byte == UInt8(ascii: ";") {
        if let found = table.names[NameTable.mix(hash, byte)] {
          text.append(contentsOf: found.utf8)
          return index + 1 - start
        }
        break
      }
      guard byte.isASCIILetter || byte.isASCIIDigit else { break }
      hash = NameTable.mix(hash, byte)
      index += 1
      if index - start - 1 <= longestBareName, table.names[hash] != nil {
        bare = (hash, index - start)
      }
    }
    guard let bare, let found = table.names[bare.hash] else { return nil }
    if isInAttribute, start + bare.length < end {
      let next = bytes[start + bare.length]
      if next == 0x3D || next.isASCIILetter || next.isASCIIDigit { return nil }
    }
    text.append(contentsOf: found.utf8)
    return bare.length
  }

  private static func number(
    at start: Int, _ end: Int, of bytes: [UInt8], _ text: inout [UInt8]
  ) -> Int? {
    var index = start + 2
    let isHexadecimal = index < end && bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let digits = index
    var value: UInt32 = 0
    while index < end, let digit = digit(bytes[index], isHexadecimal) {
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      index += 1
    }
    guard index > digits else { return nil }
    if index < end, bytes[index] == UInt8(ascii: ";") { index += 1 }
    text.append(scalar: meaning(of: value))
    return index - start
  }

  private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
    if byte.isASCIIDigit { return UInt32(byte - 0x30) }
    let letter = byte | 0x20
    guard isHexadecimal, (0x61...0x66).contains(letter) else { return nil }
    return UInt32(letter - 0x61 + 10)
  }

  /// Numbers of windows-1252 mean its characters; those of no character, U+FFFD.
  private static func meaning(of value: UInt32) -> UInt32 {
    switch value {
    case 0x80...0x9F: Windows1252.scalar(UInt8(value))
    case 0, 0xD800...0xDFFF, 0x11_0000...: 0xFFFD
    default: value
    }
  }

  /// The named references by the hash of their names (`character-references.tsv`).
  private static let table = Table(LargeTable.characterReferences.bytes)

  private struct Table {
    var names: [UInt64: String] = [:]

    init(_ resource: [UInt8]) {
      names.reserveCapacity(4096)
      for row in ListResource.rows(resource) where row.count == 2 {
        var text = String.UnicodeScalarView()
        for code in row[1].split(separator: " ") {
          if let value = UInt32(code, radix: 16), let scalar = Unicode.Scalar(value) {
            text.append(scalar)
          }
        }
        names[NameTable.hash(row[0].utf8)] = String(text)
      }
    }
  }
}
