/// Finds the paper that a sentence opens with: `In the alliance's new concept, it accused ...`.
struct DocumentAside {
  let words: ArticleWords

  /// The noun of the paper stands within so many tokens of the sentence's start.
  private static let reach = 8

  /// The noun of a paper at the head of the sentence, before a word of it.
  func noun(before token: Int) -> Int? {
    let opening = words.sentence(of: token).lowerBound
    guard words.word(opening) == "in", opening < token else { return nil }
    for noun in opening + 1..<min(opening + Self.reach, token) {
      if words.has(noun, [.stop, .preposition]) || words.word(noun) == "," { return nil }
      guard SpeakerLexicon.english.has(words.lower[noun], .aside), words.nameOf[noun] < 0 else {
        continue
      }
      return noun
    }
    return nil
  }

  /// The words for the paper, without whose it is and when it came: `strategic concept`.
  func phrase(endingAt noun: Int) -> String {
    var start = noun
    while start > 0, words.nameOf[start - 1] < 0, words.isWord(start - 1),
      !words.has(start - 1, [.determiner, .possessive, .preposition, .auxiliary, .timeWord]),
      !Self.ages.contains(words.lower[start - 1])
    { start -= 1 }
    return words.lower[start...noun].joined(separator: " ")
  }

  private static let ages: Set<String> = ["new", "own", "first", "'s", "’s", "updated", "revised"]
}
