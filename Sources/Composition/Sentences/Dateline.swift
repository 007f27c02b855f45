import Primitives

/// The place and agency before the first sentence: "TOKYO (Agency) - ", "SEOUL, Aug 30 - ", "(Agency) - ".
enum Dateline {
  private static let reach = 80

  /// The range without a dateline.
  ///
  /// A dateline starts with a place in capitals, or holds a name in round brackets, and ends with a dash.
  static func stripped(_ range: ByteRange, of text: UTF8Text) -> ByteRange {
    let bytes = text.bytes
    let limit = min(range.end, range.start + reach)
    guard let dash = (range.start..<limit).first(where: { isDash(bytes, $0) }) else {
      return range
    }
    let head = bytes[range.start..<dash]
    guard startsWithCapitals(head) || endsWithBracket(head) else { return range }
    guard !head.contains(UInt8(ascii: "\"")), wordCount(head) <= 8 else { return range }
    var position = dash
    while position < range.end, !startsSentence(bytes, position) { position += 1 }
    return ByteRange(position, range.end)
  }

  /// Whether the first word has three capitals or more and no small letter.
  private static func startsWithCapitals(_ head: ArraySlice<UInt8>) -> Bool {
    let word = head.prefix { $0.isASCIILetter }
    return word.count >= 3 && word.allSatisfy(\.isASCIIUppercase)
  }

  private static func endsWithBracket(_ head: ArraySlice<UInt8>) -> Bool {
    guard head.last(where: { $0 != 0x20 }) == UInt8(ascii: ")") else { return false }
    return head.first?.isASCIIUppercase == true || head.first == UInt8(ascii: "(")
  }

  private static func wordCount(_ head: ArraySlice<UInt8>) -> Int {
    head.split(separator: 0x20).count
  }

  /// A letter, a digit or a quotation mark.
  private static func startsSentence(_ bytes: [UInt8], _ position: Int) -> Bool {
    let byte = bytes[position]
    if byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "\"") { return true }
    guard byte >= 0xC2, position + 2 < bytes.count else { return false }
    return byte != 0xE2 || (bytes[position + 1] == 0x80 && bytes[position + 2] == 0x9C)
  }

  /// A hyphen between spaces, an en dash, an em dash, a bar or two hyphens.
  private static func isDash(_ bytes: [UInt8], _ position: Int) -> Bool {
    guard position > 0, position + 3 < bytes.count else { return false }
    if bytes[position] == UInt8(ascii: "-") {
      return (bytes[position - 1] == 0x20 && bytes[position + 1] == 0x20)
        || bytes[position + 1] == UInt8(ascii: "-")
    }
    return bytes[position] == 0xE2 && bytes[position + 1] == 0x80
      && (0x93...0x95).contains(bytes[position + 2])
  }
}
