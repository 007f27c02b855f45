/// Finds cue verbs and tells them from nouns and adjectives of the same form.
struct CueFinder {
  let words: ArticleWords
  let lexicon: CueLexicon

  /// The cues of a sentence, in order.
  func cues(in sentence: Range<Int>) -> [Cue] {
    var cues: [Cue] = []
    for token in sentence {
      guard let form = lexicon.form(words.lower[token]), isVerb(token, form, sentence) else {
        continue
      }
      cues.append(group(token, form, sentence))
    }
    return cues
  }

  // MARK: Verb or not

  private func isVerb(_ token: Int, _ form: CueForm, _ sentence: Range<Int>) -> Bool {
    if words.nameOf[token] >= 0, form.tense != .past { return false }
    if words.isCapitalised(token), token > sentence.lowerBound, form.verb.force != "say" {
      return false
    }
    let previous = token - 1
    if token > sentence.lowerBound, isNounContext(previous) { return false }
    if words.word(token + 1) == "-"
      || words.word(token) == "states" && !words.has(previous, .pronoun)
    {
      // "states" is a noun far more often than a verb.
      return false
    }
    switch form.tense {
    case .past, .participle, .gerund: return true
    case .base: return isBaseVerb(token, sentence)
    case .thirdPerson: return isThirdPerson(token, sentence)
    }
  }

  /// A determiner, adjective-like word or preposition before the word makes it a noun.
  private func isNounContext(_ previous: Int) -> Bool {
    let word = words.word(previous)
    if [
      "the", "a", "an", "his", "her", "its", "their", "my", "our", "your", "of", "no", "'s", "’s",
    ]
    .contains(word) {
      return true
    }
    return words.has(previous, .preposition) && !words.has(previous, [.subordinator, .adverb])
      && word != "to"
  }

  /// "analysts say", "I think", "he did not say": a plural, a pronoun or a helper before it.
  private func isBaseVerb(_ token: Int, _ sentence: Range<Int>) -> Bool {
    var previous = token - 1
    while previous >= sentence.lowerBound, words.has(previous, .adverb), !isDo(previous) {
      previous -= 1
    }
    guard previous >= sentence.lowerBound else { return false }
    if words.has(previous, .modal) || isDo(previous) { return true }
    if words.word(previous) == "to" { return false }
    if ["they", "we", "i", "you", "who", "many", "some", "others", "critics", "people"]
      .contains(words.word(previous))
    {
      return true
    }
    return isPluralNoun(previous) && startsContent(token + 1)
  }

  private func isDo(_ token: Int) -> Bool {
    ["do", "does", "did", "don't", "n't", "n’t", "not"].contains(words.word(token))
  }

  private func isPluralNoun(_ token: Int) -> Bool {
    words.isWord(token) && words.word(token).hasSuffix("s") && !words.has(token, .auxiliary)
      && !words.word(token).hasSuffix("ss") && words.word(token).utf8.count > 3
  }

  private func isThirdPerson(_ token: Int, _ sentence: Range<Int>) -> Bool {
    var previous = token - 1
    while previous >= sentence.lowerBound, words.has(previous, .adverb) { previous -= 1 }
    guard previous >= sentence.lowerBound else { return false }
    if words.word(previous) == "," || words.has(previous, .quoteMark) {
      return words.isWord(token + 1) && lexicon.form(words.lower[token])?.verb.force == "say"
    }
    if ["he", "she", "it", "who", "which", "that", "one", "everyone", "nobody", "this"]
      .contains(words.word(previous))
    {
      return true
    }
    if words.word(previous).hasSuffix("ing"), words.nameOf[previous] < 0 { return false }
    let isNoun =
      words.nameOf[previous] >= 0
      || words.isWord(previous) && !isPluralNoun(previous)
        && words.grammar[previous].isDisjoint(with: [
          .determiner, .preposition, .auxiliary, .coordinator, .subordinator,
        ])
    return isNoun && startsContent(token + 1)
  }

  private func startsContent(_ token: Int) -> Bool {
    words.has(token, [.determiner, .pronoun, .quoteMark, .subordinator, .preposition])
      || words.word(token) == ":" || words.word(token) == "to" || words.isCapitalised(token)
      || words.word(token).hasSuffix("ing")
  }

  // MARK: Group

  private func group(_ token: Int, _ form: CueForm, _ sentence: Range<Int>) -> Cue {
    var start = token
    var isPassive = false
    var isNegated = false
    while start > sentence.lowerBound, isHelper(start - 1) {
      start -= 1
      if Self.be.contains(words.lower[start]) { isPassive = form.tense != .gerund }
      isNegated = isNegated || words.has(start, .negation)
    }
    var end = token + 1
    let hasPreposition =
      end < sentence.upperBound && form.verb.prepositions.contains(words.lower[end])
    if hasPreposition { end += 1 }
    return Cue(
      verbToken: token, tokens: start..<end, form: form, hasPreposition: hasPreposition,
      isPassive: isPassive, isNegated: isNegated)
  }

  private func isHelper(_ token: Int) -> Bool {
    if words.has(token, .negation) {
      return words.word(token) != "no" && words.word(token) != "nor"
    }
    if words.has(token, .auxiliary) {
      return !["'s", "’s"].contains(words.word(token)) || !words.isCapitalised(token - 1)
    }
    if words.has(token, .adverb) { return !words.has(token, [.pronoun, .timeWord, .determiner]) }
    return words.word(token).hasSuffix("ly") && words.nameOf[token] < 0
      && words.word(token).utf8.count > 4
  }

  private static let be: Set<String> = ["is", "are", "was", "were", "be", "been", "being"]
}
