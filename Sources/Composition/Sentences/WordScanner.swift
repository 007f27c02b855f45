import Primitives

/// A word of a text: where it stands and how it is written.
struct Word: Hashable {
  /// Where it stands in the article's text.
  let range: ByteRange
  /// The word in lower case, with a straight apostrophe.
  let lower: String
  /// Whether its first letter is a capital.
  let isCapitalised: Bool
  /// Whether it stands inside double quotation marks.
  let isQuoted: Bool
  /// Whether a comma, semicolon, colon, dash or bracket stands between it and the word before.
  let followsPause: Bool
}

/// Splits bytes into words: runs of letters, digits and inner apostrophes, hyphens and points.
enum WordScanner {
  /// The words of a range of the text.
  /// - Complexity: O(bytes of the range).
  static func words(of text: UTF8Text, in range: ByteRange) -> [Word] {
    var words: [Word] = []
    var quotation = QuotationState()
    var pause = false
    var position = range.start
    let bytes = text.bytes
    while position < range.end {
      let length = wordLength(bytes, position, range.end)
      if length > 0 {
        words.append(
          word(bytes, ByteRange(position, position + length), quotation.isOpen, pause))
        position += length
        pause = false
      } else {
        quotation.read(bytes[position])
        if isPause(bytes[position]) { pause = true }
        position += 1
      }
    }
    return words
  }

  private static func word(_ bytes: [UInt8], _ range: ByteRange, _ quoted: Bool, _ pause: Bool)
    -> Word
  {
    let plain = QuotationState.straightened(bytes[range.indices])
    return Word(
      range: range, lower: String(decoding: plain, as: UTF8.self).lowercased(),
      isCapitalised: bytes[range.start].isASCIIUppercase, isQuoted: quoted, followsPause: pause)
  }

  /// The number of bytes of the word that starts at `start`; 0 when none does.
  private static func wordLength(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var position = start
    while position < end {
      if isLetter(bytes, position, end) {
        position += 1
      } else if position > start, let joint = jointLength(bytes, position, end) {
        position += joint
      } else {
        break
      }
    }
    return position - start
  }

  /// Whether the byte belongs to a letter or digit; general punctuation (`E2 80 xx`) does not.
  private static func isLetter(_ bytes: [UInt8], _ position: Int, _ end: Int) -> Bool {
    let byte = bytes[position]
    if byte.isASCIILetter || byte.isASCIIDigit { return true }
    guard byte >= 0x80 else { return false }
    var lead = position
    while lead > 0, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
    if bytes[lead] == 0xE2 { return false }
    return !(bytes[lead] == 0xC2 && lead + 1 < end && bytes[lead + 1] < 0xC0)
  }

  /// The length of a mark inside a word ("don't", "five-year", "U.S", "1,204") before a letter.
  private static func jointLength(_ bytes: [UInt8], _ position: Int, _ end: Int) -> Int? {
    let byte = bytes[position]
    if byte == 0xE2, position + 3 < end, bytes[position + 1] == 0x80, bytes[position + 2] == 0x99 {
      return isLetter(bytes, position + 3, end) ? 3 : nil
    }
    guard position + 1 < end, isLetter(bytes, position + 1, end) else { return nil }
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "."): return 1
    case UInt8(ascii: ","):
      return bytes[position - 1].isASCIIDigit && bytes[position + 1].isASCIIDigit ? 1 : nil
    default: return nil
    }
  }

  private static func isPause(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("),
      UInt8(ascii: ")"), 0xE2:
      true
    default: false
    }
  }
}

extension [Word] {
  /// Whether the words at `index` are those of the phrase.
  func matches(_ phrase: [String], at index: Int) -> Bool {
    guard index + phrase.count <= count else { return false }
    return phrase.indices.allSatisfy { self[index + $0].lower == phrase[$0] }
  }

  /// The first place of any of the phrases outside quotations, with the phrase.
  func firstUnquoted(_ phrases: [[String]]) -> (index: Int, phrase: [String])? {
    for index in indices where !self[index].isQuoted {
      if let phrase = phrases.first(where: { matches($0, at: index) }) { return (index, phrase) }
    }
    return nil
  }

  /// The words that carry the subject: no function words, endings cut.
  var contentWords: Set<String> {
    var result: Set<String> = []
    for word in self where !EnglishWords.functionWords.contains(word.lower) {
      result.insert(Self.stem(word.lower))
    }
    return result
  }

  /// Cuts the endings by which the same word differs from sentence to sentence.
  static func stem(_ word: String) -> String {
    var bytes = [UInt8](word.utf8)
    for ending in ["'s", "ies", "ing", "ed", "es", "s", "e", "y"] {
      let count = ending.utf8.count
      guard bytes.count - count >= 3, bytes.suffix(count).elementsEqual(ending.utf8) else {
        continue
      }
      bytes.removeLast(count)
      break
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
