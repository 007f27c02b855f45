/// Finds words inside a sentence that point to something said before it.
enum Dependence {
  private static let timeUnits: Set<String> = [
    "week", "month", "year", "weekend", "summer", "autumn", "winter", "spring",
  ]
  private static let existential: Set<String> = [
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "may", "might", "can",
    "could", "should", "must", "be", "been", "being", "remains", "remain", "remained", "seems",
    "seemed", "appears", "appeared", "isn't", "wasn't", "aren't", "weren't", "exists", "existed",
  ]

  private static let clauseOpeners: Set<String> = [
    "that", "and", "but", "if", "because", "said", "says", "as", "where", "while", "when", "or",
    "whether", "although", "though", "since", "so", "confirmed", "claimed", "insisted", "added",
  ]

  /// Whether the word begins a clause: first, behind a pause or behind a conjunction.
  private static func opensClause(_ index: Int, _ words: [Word]) -> Bool {
    index == 0 || words[index].followsPause || clauseOpeners.contains(words[index - 1].lower)
  }

  /// Whether unquoted words lean on the text around the sentence.
  static func leansOnContext(_ words: [Word]) -> Bool {
    if words.firstUnquoted(EnglishWords.dependentPhrases) != nil { return true }
    return words.indices.contains { index in
      let word = words[index]
      guard !word.isQuoted else { return false }
      let next = words.indices.contains(index + 1) ? words[index + 1].lower : ""
      switch word.lower {
      case "this", "these": return !timeUnits.contains(next)
      case "there": return !existential.contains(next) || !opensClause(index, words)
      default: return false
      }
    }
  }
}
