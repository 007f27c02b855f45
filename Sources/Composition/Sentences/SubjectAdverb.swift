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

  /// What joins the sentence to the one before and can be left out without a mark (" also", ", for example,"); nil when there is none, it
  /// joins two parts of the sentence, or its commas are needed.
  static func addition(_ words: [Word], of text: UTF8Text) -> ByteRange? {
    for index in words.indices.dropFirst().dropLast() where !words[index].isQuoted {
      let start = words[index - 1].range.end
      guard
        let left = EnglishWords.omissible.first(where: {
          text.bytes[start...].starts(with: $0.utf8)
            && text.bytes[start...].dropFirst($0.utf8.count).first == 0x20
        })
      else { continue }
      let before = words[..<index]
      let isNeeded =
        left.hasPrefix(",")
        ? before.contains(where: \.followsPause)
        : before.contains { ["but", "only", "and"].contains($0.lower) } || words[index + 1].isQuoted
      return isNeeded ? nil : ByteRange(start, start + left.utf8.count)
    }
    return nil
  }
}
