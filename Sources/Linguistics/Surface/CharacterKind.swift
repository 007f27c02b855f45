import Primitives

/// What the character at a byte offset of valid UTF-8 is good for.
enum CharacterKind: UInt8 {
  case space, letter, digit, apostrophe, backtick, stop, dash
  case openQuote, closeQuote, straightQuote, openBracket, closeBracket, mark

  /// Classifies the character that starts at `position`.
  init(_ bytes: [UInt8], _ position: Int) {
    let byte = bytes[position]
    self = byte < 0x80 ? Self.ascii[Int(byte)] : Self.beyondASCII(bytes, position)
  }

  /// The number of bytes of the character that starts at `position`.
  @inline(__always)
  static func width(_ bytes: [UInt8], _ position: Int) -> Int {
    let byte = bytes[position]
    let width = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    return min(width, bytes.count - position)
  }

  /// The width of `'` or `’` at `position`, 0 when there is none.
  @inline(__always)
  static func apostropheWidth(_ bytes: [UInt8], _ position: Int) -> Int {
    guard position < bytes.count else { return 0 }
    if bytes[position] == UInt8(ascii: "'") { return 1 }
    let isCurled =
      bytes[position] == 0xE2 && position + 2 < bytes.count && bytes[position + 1] == 0x80
      && bytes[position + 2] == 0x99
    return isCurled ? 3 : 0
  }

  /// Whether the byte can be the last of a word.
  @inline(__always)
  static func isWordByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 || byte == UInt8(ascii: ".")
  }

  /// The shape of a token that is just this character.
  var shape: TokenShape {
    switch self {
    case .stop: .stop
    case .openQuote: .openQuote
    case .closeQuote: .closeQuote
    case .straightQuote: .straightQuote
    case .openBracket: .openBracket
    case .closeBracket: .closeBracket
    default: .mark
    }
  }

  private static let ascii: [CharacterKind] = (0..<128).map { byte in
    switch UInt8(byte) {
    case 0...0x20, 0x7F: .space
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): .letter
    case UInt8(ascii: "@"), UInt8(ascii: "#"): .letter
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "`"): .backtick
    case UInt8(ascii: "\""): .straightQuote
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .stop
    case UInt8(ascii: "-"): .dash
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .openBracket
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .closeBracket
    default: .mark
    }
  }

  private static func beyondASCII(_ bytes: [UInt8], _ position: Int) -> CharacterKind {
    let second = position + 1 < bytes.count ? bytes[position + 1] : 0
    let third = position + 2 < bytes.count ? bytes[position + 2] : 0
    switch (bytes[position], second) {
    case (0xC2, 0xA0): return .space
    case (0xC2, 0xAB): return .openQuote
    case (0xC2, 0xBB): return .closeQuote
    case (0xC2, _): return .mark
    case (0xE2, 0x80): return generalPunctuation(third)
    case (0xE2, _), (0xF0, 0x9F): return .mark
    case (0xE3, 0x80): return third == 0x80 ? .space : .mark
    case (0xEF, 0xBB): return third == 0xBF ? .space : .letter
    default: return .letter
    }
  }

  /// U+2000 to U+203F.
  private static func generalPunctuation(_ third: UInt8) -> CharacterKind {
    switch third {
    case 0x80...0x8F, 0xA8...0xAF: .space
    case 0x90...0x95: .dash
    case 0x98, 0x9A, 0x9B, 0x9C, 0x9E, 0x9F: .openQuote
    case 0x99: .apostrophe
    case 0x9D: .closeQuote
    case 0xA6: .stop
    default: .mark
    }
  }
}
