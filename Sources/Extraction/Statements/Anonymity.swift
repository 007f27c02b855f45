/// Tells whether a source spoke on the condition not to be named.
struct Anonymity {
  let words: ArticleWords

  /// The condition stands within so many tokens of the source or the cue.
  private static let reach = 24

  /// Whether the words around a statement's source and cue grant anonymity.
  func isGranted(_ source: Range<Int>, _ draft: StatementDraft) -> Bool {
    let start = draft.cue?.lowerBound ?? source.lowerBound
    let end = words.sentence(of: start).upperBound
    let stretch =
      source.lowerBound..<max(source.upperBound, min(end, start + Self.reach))
    return stretch.contains { token in
      guard !draft.content.contains(where: { $0.contains(token) }) else { return false }
      return Self.signs.contains(words.lower[token]) || isUnnamed(token)
    }
  }

  private static let signs: Set<String> = ["anonymity", "anonymously", "unnamed", "unidentified"]

  /// `declined to be named`, `not authorised to speak`.
  private func isUnnamed(_ token: Int) -> Bool {
    switch words.lower[token] {
    case "named", "identified", "quoted":
      guard words.word(token - 1) == "be" else { return false }
      return words.has(token - 2, .negation)
        || words.word(token - 2) == "to"
          && ["declined", "refused", "asked", "not"].contains(words.word(token - 3))
    case "authorised", "authorized":
      return words.has(token - 1, .negation)
    default: return false
    }
  }
}
