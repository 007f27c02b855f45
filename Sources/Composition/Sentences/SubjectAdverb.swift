import Primitives

/// ", however," behind a subject of one word, which joins the sentence to the one before.
enum SubjectAdverb {
  private static let adverbs: Set<String> = [
    "however", "meanwhile", "though", "nevertheless", "also",
  ]

  /// From the comma before the adverb to the space behind it; nil when there is none.
  static func range(_ words: [Word], of text: UTF8Text) -> ByteRange? {
    guard words.count > 2, adverbs.contains(words[1].lower), words[1].followsPause,
      words[2].followsPause
    else { return nil }
    return ByteRange(words[0].range.end, words[2].range.start)
  }
}
