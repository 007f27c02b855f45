import Linguistics
import Primitives

/// A text as the time rules read it: the annotator's tokens, cut at hyphens, slashes and clock letters.
///
/// Annotators differ in whether `two-year`, `5pm` or `1998-02-13` is one token; the rules must not. Pieces keep their
/// bytes and know the token that they come from.
struct TimeText {
  let words: ArticleWords
  /// Each piece in small letters.
  let lower: [String]
  private let ranges: [ByteRange]
  private let tokens: [Int32]

  init(_ words: ArticleWords) {
    self.words = words
    var ranges: [ByteRange] = []
    var tokens: [Int32] = []
    ranges.reserveCapacity(words.count + words.count / 8)
    for token in 0..<words.count {
      let range = words.range(token)
      var start = range.start
      for cut in Self.cuts(words.bytes, range) {
        ranges.append(ByteRange(start, cut))
        tokens.append(Int32(token))
        start = cut
      }
      ranges.append(ByteRange(start, range.end))
      tokens.append(Int32(token))
    }
    self.ranges = ranges
    self.tokens = tokens
    lower = ranges.map { range in
      let end = min(range.end, range.start + 64)
      return String(
        decoding: words.bytes[range.start..<end].map(\.asciiLowercased), as: UTF8.self)
    }
  }

  var count: Int { lower.count }

  /// Where to cut a token, in order; nothing for words without a separator and for tokens too long to be a date.
  private static func cuts(_ bytes: [UInt8], _ range: ByteRange) -> [Int] {
    guard range.end - range.start > 1, range.end - range.start <= 64 else { return [] }
    var cuts: [Int] = []
    var index = range.start
    func cut(_ place: Int) {
      if place > range.start, place < range.end, cuts.last != place { cuts.append(place) }
    }
    while index < range.end {
      let width = separatorWidth(bytes, index, range.end)
      if width > 0 {
        cut(index)
        cut(index + width)
        index += width
      } else {
        if index > range.start, bytes[index].isASCIILetter, bytes[index - 1].isASCIIDigit,
          isClockEnding(bytes[index..<range.end])
        {
          cut(index)
        }
        index += 1
      }
    }
    return cuts
  }

  /// The bytes of a hyphen, dash, slash or leading apostrophe at a place, else 0.
  private static func separatorWidth(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "/"): return 1
    case UInt8(ascii: "'"):
      return index + 1 < end && (bytes[index + 1].isASCIIDigit || bytes[index + 1] == 0x73) ? 1 : 0
    case 0xE2 where index + 2 < end && bytes[index + 1] == 0x80:
      let isDash = bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94
      return isDash || bytes[index + 2] == 0x99 && index + 3 < end && bytes[index + 3].isASCIIDigit
        ? 3 : 0
    default: return 0
    }
  }

  /// `am`, `p.m.`, `GMT`: what is written onto the figure of an hour.
  private static func isClockEnding(_ rest: ArraySlice<UInt8>) -> Bool {
    guard rest.count <= 4 else { return false }
    let word = String(decoding: rest.map(\.asciiLowercased), as: UTF8.self)
    return ["am", "pm", "a.m.", "p.m.", "a.m", "p.m", "gmt"].contains(word)
  }

  // MARK: What the rules ask

  /// The token of the annotator that a piece belongs to.
  func token(_ piece: Int) -> Int { Int(tokens[piece]) }
  /// The bytes of a piece.
  func range(_ piece: Int) -> ByteRange { ranges[piece] }
  /// The bytes of a range of pieces that is not empty.
  func range(_ pieces: Range<Int>) -> ByteRange {
    ByteRange(ranges[pieces.lowerBound].start, ranges[pieces.upperBound - 1].end)
  }
  /// The word in small letters; empty outside the text.
  func word(_ piece: Int) -> String { lower.indices.contains(piece) ? lower[piece] : "" }
  /// Whether the piece starts with a capital letter.
  func isCapitalised(_ piece: Int) -> Bool {
    lower.indices.contains(piece) && words.bytes[ranges[piece].start].isASCIIUppercase
  }
  /// Whether the token of a piece has one of the classes; false outside the text.
  func has(_ piece: Int, _ classes: Grammar) -> Bool {
    lower.indices.contains(piece) && words.has(token(piece), classes)
  }
  /// Whether the piece is a letter or digit word.
  func isWord(_ piece: Int) -> Bool {
    guard lower.indices.contains(piece) else { return false }
    let byte = words.bytes[ranges[piece].start]
    return byte.isASCIILetter || byte.isASCIIDigit || byte >= 0xC3
  }
  /// Whether nothing stands between a piece and the one before it.
  func isGlued(_ piece: Int) -> Bool {
    piece > 0 && piece < count && ranges[piece - 1].end == ranges[piece].start
  }
  /// Whether the piece is a hyphen or dash that joins its neighbours without a space.
  func isHyphen(_ piece: Int) -> Bool {
    ["-", "–"].contains(word(piece)) && isGlued(piece) && isGlued(piece + 1)
  }
  /// Whether the piece belongs to a name.
  func isInName(_ piece: Int) -> Bool {
    lower.indices.contains(piece) && words.nameOf[token(piece)] >= 0
  }
  /// Whether the piece is the first of its sentence.
  func startsSentence(_ piece: Int) -> Bool {
    words.startsSentence(token(piece)) && (piece == 0 || tokens[piece - 1] != tokens[piece])
  }
  /// The sentence of a piece by number.
  func sentence(_ piece: Int) -> Int { Int(words.sentenceOf[token(piece)]) }
  /// Whether two pieces stand in one sentence; false outside the text.
  func isSameSentence(_ piece: Int, _ other: Int) -> Bool {
    lower.indices.contains(piece) && lower.indices.contains(other)
      && words.sentenceOf[token(piece)] == words.sentenceOf[token(other)]
  }
}
