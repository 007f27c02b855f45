import Primitives

/// A word of a text with what decides whether a name can start, go on or end there.
struct PhraseWord {
  /// What stands between a word and the word before it.
  enum Gap {
    case space, hyphen
    /// A mark, a line feed or the start of the text.
    case stop
    /// The apostrophe of "Seoul's", or what follows that.
    case possessive
  }

  /// The stem, by its hash.
  let stem: UInt64
  /// The word in lower case, by its hash.
  let word: UInt64
  /// Where it stands.
  let range: ByteRange
  /// What comes before it.
  let gap: Gap
  /// Whether it says nothing about the matter.
  let isStopWord: Bool
  /// Whether it starts with a capital or is no ASCII word.
  let isCapitalised: Bool
  /// Whether it starts with a digit.
  let isNumber: Bool

  /// Whether it ends like a participle: "removed", "wearing".
  let isParticiple: Bool

  /// The words of a text; in a headline a capital is no sign of a name.
  static func words(of text: [UInt8], isHeadline: Bool) -> [PhraseWord] {
    var scanner = WordScanner(text)
    var words: [PhraseWord] = []
    var end = 0
    while scanner.next() {
      let range = scanner.range
      let first = text[range.start]
      let gap: Gap = words.isEmpty ? .stop : Self.gap(text[end..<range.start], word: scanner.word)
      let stem = StableHash.of(WordStem.of(scanner.word))
      let isCapitalised = first.isASCIIUppercase || first >= 0x80
      // "Way" in "the Milky Way" is part of a name.
      let isInName =
        isCapitalised && gap == .space
        && words.last.map { $0.isCapitalised && !$0.isStopWord } == true
      words.append(
        PhraseWord(
          stem: stem, word: StableHash.of(scanner.word), range: range, gap: gap,
          isStopWord: StopWords.hashes.contains(stem) && !(isInName && !isHeadline),
          isCapitalised: isCapitalised, isNumber: first.isASCIIDigit,
          isParticiple: isParticiple(scanner.word)))
      end = range.end
    }
    return words
  }

  private static func isParticiple(_ word: [UInt8]) -> Bool {
    guard word.count > 4 else { return false }
    return word.suffix(2).elementsEqual("ed".utf8) || word.suffix(3).elementsEqual("ing".utf8)
  }

  private static func gap(_ between: ArraySlice<UInt8>, word: [UInt8]) -> Gap {
    if between.elementsEqual([0x20]) { return .space }
    if between.elementsEqual([0x2D]) { return .hyphen }
    let isApostrophe =
      between.elementsEqual([0x27]) || between.elementsEqual([0xE2, 0x80, 0x99])
    return isApostrophe && word == [UInt8(ascii: "s")] ? .possessive : .stop
  }
}
