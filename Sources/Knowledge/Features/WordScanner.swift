import Primitives

/// Reads the words of a text as bytes: letters and digits, in lower case.
///
/// Everything else separates words: white space, marks, and the typographic quotation marks, dashes and
/// points of Unicode's General Punctuation. Other letters outside ASCII are words' letters; of those only
/// the capitals of Latin-1 are put in lower case.
struct WordScanner {
  private let bytes: [UInt8]
  private var index = 0
  /// The word last read, in lower case.
  private(set) var word: [UInt8] = []
  /// Where the word last read stands.
  private(set) var range = ByteRange(0, 0)

  /// Reads the words of valid UTF-8.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    word.reserveCapacity(32)
  }

  /// Reads the next word; false at the end.
  /// - Complexity: O(bytes read).
  mutating func next() -> Bool {
    while index < bytes.count, separatorLength(at: index) > 0 {
      index += separatorLength(at: index)
    }
    guard index < bytes.count else { return false }
    let start = index
    word.removeAll(keepingCapacity: true)
    while index < bytes.count, separatorLength(at: index) == 0 {
      word.append(lowered(at: index))
      index += 1
    }
    range = ByteRange(start, index)
    return true
  }

  /// The bytes of the separator that starts here; zero inside a word.
  private func separatorLength(at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return byte.isASCIILetter || byte.isASCIIDigit ? 0 : 1 }
    guard index + 1 < bytes.count else { return 0 }
    if byte == 0xC2 { return 2 }
    let isPunctuation = byte == 0xE2 && (bytes[index + 1] == 0x80 || bytes[index + 1] == 0x81)
    return isPunctuation && index + 2 < bytes.count ? 3 : 0
  }

  private func lowered(at index: Int) -> UInt8 {
    let byte = bytes[index]
    if byte.isASCIIUppercase { return byte | 0x20 }
    let isLatin1Capital =
      (0x80...0x9E).contains(byte) && byte != 0x97 && index > 0 && bytes[index - 1] == 0xC3
    return isLatin1Capital ? byte | 0x20 : byte
  }
}
