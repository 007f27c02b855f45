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

  /// Whether "that" points to something: a noun stands alone behind it ("up that pressure at ...", "change that practice").
  ///
  /// Behind a verb of saying, or before a clause, it opens a clause.
  private static func isDemonstrative(_ index: Int, _ words: [Word]) -> Bool {
    guard index > 0, words.indices.contains(index + 1), !words[index + 1].followsPause else {
      return false
    }
    let noun = words[index + 1]
    if words[index - 1].lower == "that" { return true }
    // "said that proves": the verb has no other subject.
    if EnglishWords.sayingVerbs.contains(words[index - 1].lower),
      EnglishWords.verbForms[noun.lower]?.auxiliary == "does"
        || ["is", "was", "would", "will", "proves", "means", "shows", "makes"].contains(noun.lower)
    {
      return true
    }
    guard !noun.isCapitalised, !EnglishWords.functionWords.contains(noun.lower),
      !EnglishWords.commonVerbs.contains(noun.lower), !noun.lower.hasSuffix("ed"),
      !EnglishWords.sayingVerbs.contains(words[index - 1].lower)
    else { return false }
    guard words.indices.contains(index + 2) else { return true }
    let after = words[index + 2]
    return after.followsPause || closers.contains(after.lower)
  }

  /// Whether a word is a plural in small letters: "those comments" were told before, "those who wait" and "those hurt" were not.
  private static func isPlural(_ index: Int, _ words: [Word]) -> Bool {
    guard words.indices.contains(index), !words[index].isCapitalised, !words[index].followsPause
    else { return false }
    let word = words[index].lower
    return word.utf8.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss")
      && !EnglishWords.functionWords.contains(word)
  }

  /// Whether "both" counts two things that stand nowhere in the sentence: "both businesses", not "both Ada and Bo" or "both sides".
  private static func isPairToldBefore(_ index: Int, _ words: [Word]) -> Bool {
    guard isPlural(index + 1, words), !EnglishWords.pairs.contains(words[index + 1].lower) else {
      return false
    }
    let next = words.indices.contains(index + 2) ? words[index + 2] : nil
    return !words[..<index].contains { $0.lower == "and" }
      && !(next?.lower == "and" && next?.followsPause == false)
  }

  /// Whether "the two countries" counts what stands nowhere before it in the sentence.
  private static func isCountToldBefore(_ index: Int, _ words: [Word]) -> Bool {
    guard isPlural(index + 2, words) else { return false }
    let after = words[(index + 3)...].prefix(2)
    return !words[..<index].contains { $0.lower == "and" }
      && words[..<index].dropFirst().count(where: \.isCapitalised) < 2
      && !after.contains {
        ["of", "that", "who", "which", "in", "with", "from"].contains($0.lower)
      }
  }

  private static let counts: Set<String> = ["two", "three", "four", "five", "six"]

  private static let closers: Set<String> = [
    "at", "in", "on", "of", "with", "for", "to", "from", "by", "once", "until", "when", "and", "as",
    "after", "before", "during", "while", "because",
  ]

  /// Behind so many words at most a verb of replying has the speaker for its subject.
  private static let replyReach = 5

  /// Whether unquoted words lean on the text around the sentence.
  static func leansOnContext(_ words: [Word]) -> Bool {
    if words.firstUnquoted(EnglishWords.dependentPhrases) != nil { return true }
    return words.indices.contains { index in
      let word = words[index]
      guard !word.isQuoted else { return false }
      let next = words.indices.contains(index + 1) ? words[index + 1].lower : ""
      switch word.lower {
      case "this", "these": return !timeUnits.contains(next)
      case "here": return true
      case _ where EnglishWords.replying.contains(word.lower) && index < replyReach:
        return !["to", "by", "with", "on", "that", "upon"].contains(next)
      case "both": return isPairToldBefore(index, words)
      case "the" where counts.contains(next): return isCountToldBefore(index, words)
      case "percent" where index < 3: return next != "of"
      case "that": return isDemonstrative(index, words)
      case "those": return isDemonstrative(index, words) || isPlural(index + 1, words)
      case "other" where index > 0 && words[index - 1].lower == "the":
        return !words[..<index].contains { ["one", "two", "both", "each"].contains($0.lower) }
      case "there": return !existential.contains(next) || !opensClause(index, words)
      default: return false
      }
    }
  }
}
