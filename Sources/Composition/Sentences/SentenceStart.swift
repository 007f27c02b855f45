import Primitives

/// Where a sentence starts once a connective is dropped; nil when it leans on the one before.
struct SentenceStart {
  /// The index of the first word that is kept.
  let firstWord: Int
  /// The first byte that is kept.
  let offset: Int
  /// The capital put in when the new first word has none.
  let edits: [SentenceEdit]

  init?(_ words: [Word], range: ByteRange, text: UTF8Text) {
    var first = 0
    if let length = EnglishWords.connectives.lazy.compactMap({ Self.length(of: $0, words) }).first,
      words.count > length, !words[0].isQuoted
    {
      first = length
      // "But despite this", "Yet another".
    }
    if let phrase = EnglishWords.dependentStarts.first(where: { words.matches($0, at: first) }) {
      guard Self.isHarmless(phrase, words, first) else { return nil }
    }
    if let word = words.dropFirst(first).first, word.isQuoted, first > 0 { return nil }
    firstWord = first
    guard first > 0 else {
      offset = range.start
      edits = []
      return
    }
    offset = words[first].range.start
    edits = Self.capital(at: offset, text)
  }

  /// How many words the connective takes at the start; nil when it does not stand there.
  ///
  /// One that is listed with a comma needs the comma.
  private static func length(of phrase: [String], _ words: [Word]) -> Int? {
    guard phrase.last == "," else { return words.matches(phrase, at: 0) ? phrase.count : nil }
    let plain = phrase.dropLast()
    guard words.count > plain.count, words.matches(Array(plain), at: 0),
      words[plain.count].followsPause
    else { return nil }
    return plain.count
  }

  /// "This week" and "that of" style starts that name a time are mended later, not refused.
  private static func isHarmless(_ phrase: [String], _ words: [Word], _ first: Int) -> Bool {
    guard phrase == ["this"] || phrase == ["earlier"] || phrase == ["later"],
      first + 1 < words.count
    else { return false }
    return ["week", "month", "year", "this", "in", "on"].contains(words[first + 1].lower)
  }

  private static func capital(at offset: Int, _ text: UTF8Text) -> [SentenceEdit] {
    let byte = text.bytes[offset]
    guard byte.isASCIILowercase else { return [] }
    let capital = String(decoding: [byte - 0x20], as: UTF8.self)
    return [SentenceEdit(range: ByteRange(offset, offset + 1), words: capital)]
  }
}
