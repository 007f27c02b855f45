import NewsModel
import Primitives

/// A sentence that can stand in a timeline, with its telling words.
struct TimelineSentence {
  /// Its article in the order of the builder.
  let article: Int
  /// Its place in the article, 0 for the first sentence.
  let position: Int
  /// Its bytes without white space at the ends.
  let range: ByteRange
  /// The days that it names, in order.
  let days: [CivilDate]
  /// The stems of its telling words by hash, sorted, with how often each occurs.
  let terms: [(hash: UInt64, count: Int)]
  /// How well it stands alone: less than 1 for questions, quotations and openings that point back.
  let standing: Float

  /// The least and the most words of a sentence that tells one thing.
  private static let lengths = 7...50

  /// Reads a sentence; nil when it is too short, too long, or furniture of the page.
  init?(
    _ range: ByteRange, of filed: FiledArticle, article: Int, position: Int, days: [CivilDate]
  ) {
    let bytes = Array(filed.text.bytes[range.start..<range.end])
    let trimmed = Self.trimmed(bytes, range)
    guard !trimmed.isEmpty, !Self.isFurniture(bytes) else { return nil }
    var counts: [UInt64: Int] = [:]
    var opening: [UInt8]?
    var words = 0
    var scanner = WordScanner(bytes)
    while scanner.next() {
      words += 1
      if opening == nil { opening = scanner.word }
      if Self.furnitureWords.contains(String(decoding: scanner.word, as: UTF8.self)) { return nil }
      guard scanner.word.count > 1, words <= Self.lengths.upperBound else { continue }
      let hash = StableHash.of(WordStem.of(scanner.word))
      if !StopWords.hashes.contains(hash) { counts[hash, default: 0] += 1 }
    }
    guard Self.lengths.contains(words), !counts.isEmpty else { return nil }
    self.article = article
    self.position = position
    self.range = trimmed
    self.days = days
    terms = counts.map { (hash: $0.key, count: $0.value) }.sorted { $0.hash < $1.hash }
    let isSpoken =
      bytes.contains(UInt8(ascii: "\"")) || bytes.contains(UInt8(ascii: "?"))
      || Self.holdsQuote(bytes)
    let opener = opening.map { String(decoding: $0, as: UTF8.self) } ?? ""
    standing = (isSpoken ? 0.6 : 1) * (Self.pointingBack.contains(opener) ? 0.7 : 1)
  }

  /// `12:51`, `a | b`: stamps of a page and of readers' comments, no words of the article.
  private static func isFurniture(_ bytes: [UInt8]) -> Bool {
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "|") { return true }
      if bytes[index] == UInt8(ascii: ":"), index > 0, index + 2 < bytes.count,
        bytes[index - 1].isASCIIDigit, bytes[index + 1].isASCIIDigit, bytes[index + 2].isASCIIDigit
      {
        return true
      }
    }
    return false
  }

  /// Whether typographic quotation marks stand in it.
  private static func holdsQuote(_ bytes: [UInt8]) -> Bool {
    bytes.indices.contains { index in
      bytes[index] == 0xE2 && index + 2 < bytes.count && bytes[index + 1] == 0x80
        && (bytes[index + 2] == 0x9C || bytes[index + 2] == 0x9D)
    }
  }

  private static func trimmed(_ bytes: [UInt8], _ range: ByteRange) -> ByteRange {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    let start = bytes.firstIndex { !isSpace($0) } ?? bytes.count
    let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
    return ByteRange(range.start + start, range.start + max(start, end))
  }

  private static let words = LanguageList.rows(of: PackageResources.timeline_words_tsv)
  private static let furnitureWords = Set(words.filter { $0[0] == "furniture" }.compactMap(\.last))
  private static let pointingBack = Set(
    words.filter { $0[0] == "pointing-back" }.compactMap(\.last))
}
