import NewsModel
import Primitives

/// Tells whether an article's description of somebody can stand alone, and completes it.
enum RoleDescription {
  private static let lengths = 2...14
  /// Titles of so many words say little without the country or body before them.
  private static let leastWithoutName = 3

  /// The description with the names right before it; nil when it says too little or leans on others.
  ///
  /// Beside a name in a table even "Professor" says something; there it may be `short`.
  static func range(
    _ description: ByteRange, in filed: FiledArticle, short: Bool = false
  ) -> ByteRange? {
    let text = filed.text
    let range = widened(wholeWord(text.trimmed(description), of: text), in: filed)
    let words = WordScanner.words(of: text, in: range)
    guard lengths.contains(short ? words.count + 1 : words.count), let last = words.last,
      !EnglishWords.functionWords.contains(last.lower),
      !text.bytes[range.indices].contains(where: { $0 == 0x0A || $0 == UInt8(ascii: "\"") }),
      !words.contains(where: {
        Pronouns.all.contains($0.lower) || EnglishWords.commonVerbs.contains($0.lower)
      })
    else { return nil }
    let isNamed = words.contains { isName($0, in: filed) }
    return isNamed || short || words.count >= leastWithoutName ? range : nil
  }

  /// Adds what a hyphen joins before: "anti-" to "tunnel campaigner".
  private static func wholeWord(_ range: ByteRange, of text: UTF8Text) -> ByteRange {
    guard range.start > 0, text.bytes[range.start - 1] == UInt8(ascii: "-") else { return range }
    let before = text.bytes[..<range.start].reversed().prefix { $0 > 0x20 }.count
    return ByteRange(range.start - before, range.end)
  }

  /// Adds the capitalised words directly before: "French" to "President".
  private static func widened(_ range: ByteRange, in filed: FiledArticle) -> ByteRange {
    guard let sentence = filed.analysis.sentence(at: range.start), sentence.start < range.start
    else { return range }
    let before = WordScanner.words(
      of: filed.text, in: ByteRange(sentence.start, range.start))
    var start = range.start
    for word in before.reversed() {
      guard word.isCapitalised, joins(word, to: start, filed.text.bytes),
        !EnglishWords.functionWords.contains(word.lower)
      else { break }
      start = word.range.start
    }
    return ByteRange(start, range.end)
  }

  /// Whether one space, or the last point of "U.S." and a space, stands between the word and the offset.
  private static func joins(_ word: Word, to start: Int, _ bytes: [UInt8]) -> Bool {
    let gap = bytes[word.range.end..<start]
    return gap.elementsEqual(" ".utf8)
      || (gap.elementsEqual(". ".utf8) && word.lower.contains("."))
  }

  /// Whether the word belongs to the name of a country, a body or a people.
  private static func isName(_ word: Word, in filed: FiledArticle) -> Bool {
    filed.analysis.entities.contains { entity in
      entity.kind != .person && entity.mentions.contains { $0.overlaps(word.range) }
    }
  }
}
