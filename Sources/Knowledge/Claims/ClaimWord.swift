import Primitives

/// A word of a sentence with what the readers of claims need to know of it.
struct ClaimWord {
  /// The word in lower case; numbers keep their separators, compounds their hyphens.
  let lower: String
  /// Where it stands in the text.
  let range: ByteRange
  /// Whether it starts with a capital letter.
  let isCapitalised: Bool
  /// Whether a comma, colon, dash, bracket or quotation mark stands before it.
  let followsPause: Bool
  /// Whether it is the first of its sentence.
  let startsSentence: Bool
  /// A currency sign that stands before it.
  let sign: UInt8?

  /// The stem's hash; words of one group (`same` in `claim-words.tsv`) share one.
  var matter: UInt64 {
    if let group = ClaimLanguage.sameMatter[lower] { return StableHash.of(group.utf8) }
    return StableHash.of(WordStem.of(Array(lower.utf8)))
  }

  /// Whether the word says something about the matter.
  var isTelling: Bool {
    lower.utf8.count > 2 && lower.utf8.first.map { !$0.isASCIIDigit } ?? false
      && !StopWords.words.contains(lower) && ClaimLanguage.numberWords[lower] == nil
      && ClaimLanguage.scaleWords[lower] == nil
  }

  /// The words of a sentence.
  /// - Complexity: O(length of the sentence).
  static func words(of text: UTF8Text, in sentence: ByteRange) -> [ClaimWord] {
    var words: [ClaimWord] = []
    var index = sentence.start
    var pauses = false
    var sign: UInt8?
    while index < sentence.end {
      let byte = text.bytes[index]
      guard isWordByte(byte) else {
        let length = separatorLength(text, index)
        pauses = pauses || isPause(text, index, length)
        if length == 1, byte == UInt8(ascii: "$") { sign = byte }
        if length == 2, byte == 0xC2, text.bytes[index + 1] == 0xA3 { sign = 0xA3 }
        if length == 3, text.bytes[index + 1] == 0x82, text.bytes[index + 2] == 0xAC { sign = 0xAC }
        index += length
        continue
      }
      let start = index
      while index < sentence.end, isWordByte(text.bytes[index]) || joins(text, index, sentence.end)
      { index += 1 }
      let range = ByteRange(start, index)
      words.append(
        ClaimWord(
          lower: text[range].lowercased(), range: range, isCapitalised: byte.isASCIIUppercase,
          followsPause: pauses, startsSentence: words.isEmpty, sign: sign))
      (pauses, sign) = (false, nil)
    }
    return words
  }

  /// Letters and digits; bytes of letters outside ASCII, but not of Unicode's punctuation.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || (byte >= 0x80 && byte != 0xE2 && byte != 0xC2)
  }

  private static func separatorLength(_ text: UTF8Text, _ index: Int) -> Int {
    let byte = text.bytes[index]
    let length = byte == 0xE2 ? 3 : byte == 0xC2 ? 2 : 1
    return min(length, text.count - index)
  }

  private static func isPause(_ text: UTF8Text, _ index: Int, _ length: Int) -> Bool {
    length > 1 || ",:;()[]\"/".utf8.contains(text.bytes[index])
  }

  /// A hyphen between letters, a point or comma between digits.
  private static func joins(_ text: UTF8Text, _ index: Int, _ end: Int) -> Bool {
    guard index > 0, index + 1 < end else { return false }
    let (before, byte, after) = (text.bytes[index - 1], text.bytes[index], text.bytes[index + 1])
    // "U.S." is one word.
    if byte == UInt8(ascii: "."), before.isASCIIUppercase, after.isASCIIUppercase { return true }
    if byte == UInt8(ascii: "-") { return isWordByte(before) && isWordByte(after) }
    let isSeparator = byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
    return isSeparator && before.isASCIIDigit && after.isASCIIDigit
  }
}
