import Primitives

/// The place and agency before the first sentence: "TOKYO (Agency) - ".
enum Dateline {
  /// The range without a dateline.
  static func stripped(_ range: ByteRange, of text: UTF8Text) -> ByteRange {
    let bytes = text.bytes
    let limit = min(range.end, range.start + 60)
    var position = range.start
    var capitals = 0
    while position < limit, !isDash(bytes, position) {
      let byte = bytes[position]
      if byte == UInt8(ascii: "(") {
        while position < limit, bytes[position] != UInt8(ascii: ")") { position += 1 }
        if position == limit { return range }
      } else if byte.isASCIILowercase {
        return range
      } else if byte.isASCIIUppercase {
        capitals += 1
      }
      position += 1
    }
    guard position < limit, capitals >= 3 else { return range }
    while position < range.end, !bytes[position].isASCIILetter, bytes[position] != 0x22 {
      position += 1
    }
    return ByteRange(position, range.end)
  }

  /// A hyphen or dash between spaces, or a dash.
  private static func isDash(_ bytes: [UInt8], _ position: Int) -> Bool {
    guard position > 0, position + 3 < bytes.count else { return false }
    if bytes[position] == UInt8(ascii: "-") {
      return bytes[position - 1] == 0x20 && bytes[position + 1] == 0x20
    }
    return bytes[position] == 0xE2 && bytes[position + 1] == 0x80
      && (bytes[position + 2] == 0x93 || bytes[position + 2] == 0x94)
  }
}
