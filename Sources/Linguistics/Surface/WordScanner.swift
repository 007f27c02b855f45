import Primitives

/// Finds where a word that starts at a given byte ends.
struct WordScanner {
  private let bytes: [UInt8]
  private let start: Int
  private(set) var end: Int
  /// Letters with full stops between them, such as `U.S`.
  private(set) var isDotted = false

  init(_ bytes: [UInt8], _ start: Int) {
    self.bytes = bytes
    self.start = start
    end = start
  }

  mutating func run() {
    while end < bytes.count {
      switch CharacterKind(bytes, end) {
      case .letter, .digit:
        if isBeforeNegation { return }
        end += CharacterKind.width(bytes, end)
      case .apostrophe:
        guard joinsLetters(CharacterKind.apostropheWidth(bytes, end)) else { return }
        if Self.cliticEnd(bytes, end + CharacterKind.apostropheWidth(bytes, end)) != nil { return }
        end += CharacterKind.apostropheWidth(bytes, end)
      case .dash:
        guard isHyphen else { return }
        end += CharacterKind.width(bytes, end)
      case .stop, .mark:
        guard joinsMark else { return }
        if isSingleLetter, bytes[end] == UInt8(ascii: ".") { isDotted = true }
        end += 1
      default: return
      }
    }
  }

  /// The shape that the first letters show.
  var shape: TokenShape {
    let first = bytes[start]
    if first.isASCIIDigit { return .number }
    if Self.isCapital(bytes, start) {
      var capitals = 0
      for byte in bytes[start..<end] where byte.isASCIIUppercase { capitals += 1 }
      for byte in bytes[start..<end] where byte.isASCIILowercase { return .capitalised }
      return capitals >= 2 ? .capitals : .capitalised
    }
    return .word
  }

  /// Whether an upper-case letter of Latin, Greek or Cyrillic starts at `position`.
  static func isCapital(_ bytes: [UInt8], _ position: Int) -> Bool {
    let byte = bytes[position]
    if byte < 0x80 { return byte.isASCIIUppercase }
    guard position + 1 < bytes.count else { return false }
    let second = bytes[position + 1]
    switch byte {
    case 0xC3: return second <= 0x9E
    case 0xC4, 0xC5: return second & 1 == 0
    case 0xCE: return (0x86...0xAB).contains(second)
    case 0xD0: return second <= 0xAF
    default: return false
    }
  }

  /// The end of a web or mail address that starts here.
  static func address(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard addressStarts.contains(where: { hasPrefix(bytes, start, $0) }) else { return nil }
    var end = start
    while end < bytes.count, bytes[end] > 0x20, bytes[end] < 0x7F,
      bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: ")")
    { end += 1 }
    while end > start, [UInt8(ascii: "."), UInt8(ascii: ",")].contains(bytes[end - 1]) { end -= 1 }
    return end
  }

  private static let addressStarts = ["http://", "https://", "www."].map { Array($0.utf8) }

  private static func hasPrefix(_ bytes: [UInt8], _ start: Int, _ prefix: [UInt8]) -> Bool {
    guard bytes.count - start >= prefix.count else { return false }
    for offset in prefix.indices where bytes[start + offset] | 0x20 != prefix[offset] | 0x20 {
      return false
    }
    return true
  }

  /// The end of a clitic whose letters start at `letters`.
  static func cliticEnd(_ bytes: [UInt8], _ letters: Int) -> Int? {
    var end = letters
    while end < bytes.count, end - letters < 3, bytes[end].isASCIILetter { end += 1 }
    guard end == bytes.count || !(bytes[end].isASCIILetter || bytes[end].isASCIIDigit) else {
      return nil
    }
    switch end - letters {
    case 1: return isOneOf("smd", bytes[letters]) ? end : nil
    case 2:
      let isPair =
        bytes[letters] | 0x20 == bytes[letters + 1] | 0x20
        ? bytes[letters] | 0x20 == UInt8(ascii: "l")
        : bytes[letters + 1] | 0x20 == UInt8(ascii: "e") && isOneOf("rv", bytes[letters])
      return isPair ? end : nil
    default: return nil
    }
  }

  private static func isOneOf(_ letters: StaticString, _ byte: UInt8) -> Bool {
    letters.withUTF8Buffer { unsafe $0.contains(byte | 0x20) }
  }

  // MARK: Inside a word

  private func kind(_ position: Int) -> CharacterKind? {
    position >= 0 && position < bytes.count ? CharacterKind(bytes, position) : nil
  }

  private func isAlphanumeric(_ position: Int) -> Bool {
    kind(position) == .letter || kind(position) == .digit
  }

  private func joinsLetters(_ width: Int) -> Bool {
    end > start && kind(end + width) == .letter
  }

  private var isHyphen: Bool {
    let byte = bytes[end]
    let isShort = byte == UInt8(ascii: "-") || (byte == 0xE2 && bytes[end + 2] <= 0x91)
    return isShort && end > start && isAlphanumeric(end + CharacterKind.width(bytes, end))
  }

  /// Whether the rest is `n't`: then the word ends before the `n`.
  private var isBeforeNegation: Bool {
    guard end > start, bytes[end] | 0x20 == UInt8(ascii: "n") else { return false }
    let width = CharacterKind.apostropheWidth(bytes, end + 1)
    let after = end + 1 + width
    return width > 0 && after < bytes.count && bytes[after] | 0x20 == UInt8(ascii: "t")
      && !isAlphanumeric(after + 1)
  }

  /// Whether the mark at `end` belongs to the word: `3.5`, `1,000`, `10:30`, `U.S`, `AT&T`, `a@b`.
  private var joinsMark: Bool {
    guard end > start, end + 1 < bytes.count else { return false }
    let before = bytes[end - 1]
    let after = bytes[end + 1]
    switch bytes[end] {
    case UInt8(ascii: "."): return joinsStop(before, after)
    case UInt8(ascii: ","), UInt8(ascii: ":"): return before.isASCIIDigit && after.isASCIIDigit
    case UInt8(ascii: "/"): return before.isASCIIDigit && after.isASCIIDigit
    case UInt8(ascii: "&"): return before.isASCIIUppercase && after.isASCIIUppercase
    case UInt8(ascii: "_"): return isAlphanumeric(end + 1)
    default: return false
    }
  }

  private func joinsStop(_ before: UInt8, _ after: UInt8) -> Bool {
    if before.isASCIIDigit { return after.isASCIIDigit }
    guard before.isASCIILetter, after.isASCIILetter else { return false }
    return isDotted || isSingleLetter || after.isASCIILowercase
  }

  /// Whether the word so far is a letter, or letters with stops.
  private var isSingleLetter: Bool { end == start + 1 }
}
