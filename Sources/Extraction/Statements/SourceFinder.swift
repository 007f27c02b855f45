import Primitives

/// Finds the noun phrase that names who speaks, beside a cue.
struct SourceFinder {
  let words: ArticleWords
  let lexicon: CueLexicon

  /// Longer phrases are not looked through; a phrase that long names nobody.
  private static let longestPhrase = 48

  // MARK: Before the cue

  /// The phrase that ends right before `end`, at or after `floor`.
  func phrase(endingAt end: Int, floor: Int) -> Range<Int>? {
    let floor = max(floor, end - Self.longestPhrase)
    guard end > floor else { return nil }
    if words.word(end - 1) == "," { return phraseWithApposition(endingAt: end, floor: floor) }
    guard let start = startOfPhrase(endingAt: end, floor: floor) else { return nil }
    return start..<end
  }

  /// `Anna Smith, a lawyer,` before the verb.
  private func phraseWithApposition(endingAt end: Int, floor: Int) -> Range<Int>? {
    var partEnd = end - 1
    for _ in 0..<4 {
      guard let comma = lastComma(before: partEnd, floor: floor) else { return nil }
      guard isApposition(comma + 1..<partEnd) else { return nil }
      if let start = startOfPhrase(endingAt: comma, floor: floor),
        !isApposition(start..<comma) || comma == floor
          || lastComma(before: comma, floor: floor) == nil
      {
        return start..<end
      }
      partEnd = comma
    }
    return nil
  }

  private func lastComma(before end: Int, floor: Int) -> Int? {
    var token = end - 1
    while token > floor {
      if words.word(token) == "," { return token }
      if isBoundary(token) { return nil }
      token -= 1
    }
    return nil
  }

  /// Whether a part between commas explains the name before it.
  func isApposition(_ part: Range<Int>, verbless: Bool = false) -> Bool {
    guard let first = part.first else { return false }
    if verbless, !words.has(first, .relative),
      part.contains(where: { words.has($0, [.auxiliary, .verb]) && !words.isCapitalised($0) })
    {
      return false
    }
    if [
      "a", "an", "the", "who", "whose", "which", "one", "his", "her", "its", "their", "of", "both",
    ]
    .contains(words.word(first)) {
      return true
    }
    if words.bytes[words.range(first).start].isASCIIDigit { return part.count <= 3 }
    if words.has(first, [.role, .title, .kin]) { return true }
    if part.count == 1 { return words.isCapitalised(first) }
    if part.allSatisfy({ words.nameOf[$0] >= 0 }) {
      // `his brother, Erik Holm,`: a name explains a role.
      return words.nameOf[max(0, first - 2)] < 0
    }
    return part.contains { words.has($0, [.role, .kin, .title]) }
      && words.grammar[first].isDisjoint(with: [.subordinator, .coordinator, .auxiliary])
  }

  /// The first token of the noun phrase that ends before `end`.
  private func startOfPhrase(endingAt end: Int, floor: Int) -> Int? {
    guard isPhraseEnd(end - 1) else { return nil }
    var start = end
    while start > floor {
      if let bracket = openingBracket(start - 1, floor: floor) {
        start = bracket
      } else if stopsPhrase(start - 1, end: end) {
        break
      } else {
        start -= 1
      }
    }
    start = skipOpeners(start, end: end)
    guard start < end, isPhrase(start..<end) else { return nil }
    return start
  }

  /// The bracket that opens before a closing one: `Anna Holm (Labour)`.
  private func openingBracket(_ token: Int, floor: Int) -> Int? {
    guard words.word(token) == ")" else { return nil }
    for before in stride(from: token - 1, through: max(floor, token - 8), by: -1)
    where words.word(before) == "(" {
      return before
    }
    return nil
  }

  private func isPhraseEnd(_ token: Int) -> Bool {
    guard words.isWord(token) || words.word(token) == ")" || words.has(token, .quoteMark) else {
      return false
    }
    return !words.has(token, [.auxiliary, .coordinator])
      && !(words.has(token, .preposition) && words.nameOf[token] < 0)
  }

  private func isBoundary(_ token: Int) -> Bool {
    words.has(token, [.stop, .dash, .quoteMark]) || [";", ":"].contains(words.word(token))
  }

  /// Whether the phrase cannot reach over the token.
  private func stopsPhrase(_ token: Int, end: Int) -> Bool {
    if words.word(token) == "," || words.word(token) == "(" { return true }
    if isBoundary(token) && !isAbbreviation(token) { return true }
    if words.nameOf[token] >= 0 { return false }
    if words.has(token, .subordinator) && !words.has(token, .preposition) {
      return !(words.has(token, .relative) && token + 1 == end)
    }
    if ["as", "since", "after", "before", "until", "than"].contains(words.word(token)) {
      return true
    }
    if words.has(token, .coordinator) { return !joinsNames(token) }
    if ["'s", "’s"].contains(words.word(token)), token > 0 {
      return words.has(token - 1, .pronoun)
    }
    if words.has(token, [.auxiliary, .verb]) { return !words.isCapitalised(token) }
    if let form = lexicon.form(words.lower[token]) {
      return form.tense == .past || form.tense == .participle || form.tense == .gerund
    }
    return false
  }

  private func isAbbreviation(_ token: Int) -> Bool { words.nameOf[token] >= 0 }

  /// "and" between two short nominal parts, not between clauses.
  private func joinsNames(_ token: Int) -> Bool {
    guard token > 0, words.word(token) != "but", words.word(token) != "yet" else { return false }
    return (words.nameOf[token - 1] >= 0 || words.isWord(token - 1))
      && words.word(token - 1) != "," && !words.startsSentence(token)
  }

  /// Leaves out what stands before the phrase proper: `But`, `On Thursday`, `However`.
  private func skipOpeners(_ start: Int, end: Int) -> Int {
    var start = start
    while start < end {
      if words.has(start, [.coordinator, .adverb])
        && !words.has(start, [.pronoun, .determiner]) || isAdverb(start)
      {
        start += 1
      } else if words.has(start, .preposition), words.nameOf[start] < 0 {
        guard let next = afterOpeningPhrase(start, end: end) else { return end }
        start = next
      } else if words.has(start, .timeWord), start + 1 < end, words.nameOf[start] < 0 {
        start += 1
      } else {
        return start
      }
    }
    return start
  }

  private func isAdverb(_ token: Int) -> Bool {
    words.word(token).hasSuffix("ly") && words.nameOf[token] < 0
      && words.word(token).utf8.count > 4
  }

  /// `In a statement Trump`: the phrase starts at the last name, pronoun or determiner.
  private func afterOpeningPhrase(_ start: Int, end: Int) -> Int? {
    var token = end - 1
    if words.has(token, .pronoun), token > start { return token }
    while token > start {
      if words.has(token - 1, .timeWord) { return token }
      if words.has(token, .determiner), token > start + 1, !words.has(token - 1, .preposition) {
        return token
      }
      token -= 1
    }
    return nil
  }

  private func isPhrase(_ phrase: Range<Int>) -> Bool {
    guard let last = phrase.last, let first = phrase.first else { return false }
    if phrase.count == 1 {
      return words.has(first, [.pronoun, .role, .crowd, .document, .institution, .relative])
        || words.nameOf[first] >= 0 || words.word(first).hasSuffix("s")
        || words.isCapitalised(first)
    }
    if words.has(first, .pronoun), !words.has(first, .determiner), phrase.count == 2 {
      return false
    }
    return words.isWord(last) || words.word(last) == ")" || words.has(last, .quoteMark)
  }

  /// The end of the phrase when a time stands between it and the cue: `Kishida last month said`.
  func withoutTime(endingAt end: Int, floor: Int) -> Int {
    var last = end
    while last > floor, words.has(last - 1, .timeWord), words.nameOf[last - 1] < 0 { last -= 1 }
    guard last < end, last > floor else { return end }
    if ["on", "in", "this", "last", "next"].contains(words.word(last - 1)) { last -= 1 }
    return last > floor ? last : end
  }

  /// The subject with which a sentence opens, before its first verb.
  func openingPhrase(of sentence: Range<Int>, before limit: Int) -> Range<Int>? {
    var end = sentence.lowerBound
    while end < min(limit, sentence.lowerBound + 12) {
      let isName = words.nameOf[end] >= 0 || isPossessive(end)
      if let next = afterApposition(end, limit: limit) {
        end = next
        continue
      }
      if !isName, words.has(end, [.auxiliary, .verb, .stop, .quoteMark, .relative]) { break }
      if !isName, words.word(end) == "," || words.word(end) == ":" { break }
      if !isName, end > sentence.lowerBound, lexicon.form(words.lower[end])?.tense == .past {
        break
      }
      if !isName, end > sentence.lowerBound, words.word(end).hasSuffix("ed") { break }
      end += 1
    }
    let last = withoutTime(endingAt: end, floor: sentence.lowerBound)
    var start = sentence.lowerBound
    while start < last, words.has(start, .coordinator) { start += 1 }
    guard start < last, end < limit,
      words.nameOf[start] >= 0 || words.has(start, [.pronoun, .determiner]),
      words.nameOf[last - 1] >= 0 || words.word(last - 1) == ","
        || words.isWord(last - 1) && !words.has(last - 1, .preposition)
    else { return nil }
    return start..<last
  }

  private func isPossessive(_ token: Int) -> Bool {
    ["'s", "’s"].contains(words.word(token)) && !words.has(token - 1, .pronoun)
  }

  /// The token after `, a lawyer,` when a comma at `token` starts such a part.
  private func afterApposition(_ token: Int, limit: Int) -> Int? {
    guard words.word(token) == "," else { return nil }
    let part = partAfter(token)
    guard part.upperBound < limit, words.word(part.upperBound) == ",",
      isApposition(part, verbless: true)
    else { return nil }
    return part.upperBound + 1
  }

  // MARK: After the cue

  /// The phrase that starts at `start` after an inverted verb: `said Anna Smith, a lawyer`.
  func phrase(startingAt start: Int, ceiling: Int) -> Range<Int>? {
    let ceiling = min(ceiling, start + Self.longestPhrase)
    guard start < ceiling, opensPhrase(start) else { return nil }
    if words.has(start, .pronoun), !words.has(start, .determiner) {
      return startsVerb(start + 1) ? nil : start..<start + 1
    }
    var end = start
    var isRelative = false
    while end < ceiling, !endsPhrase(end, start: start) {
      isRelative = isRelative || words.has(end, .relative) && words.word(end) != "that"
      if !isRelative, startsVerb(end) || words.word(end) == "that" { return nil }
      end += 1
    }
    return end > start ? start..<end : nil
  }

  /// Whether a finite verb stands here: then the phrase before it is the subject of a clause.
  private func startsVerb(_ token: Int) -> Bool {
    guard token < words.count, words.nameOf[token] < 0 else { return false }
    if ["'s", "’s"].contains(words.word(token)) { return words.has(token - 1, .pronoun) }
    return words.has(token, [.auxiliary, .verb])
  }

  /// Any phrase to the next boundary: after "according to" no opener is needed.
  func plainPhrase(startingAt start: Int, ceiling: Int) -> Range<Int>? {
    var end = start
    while end < min(ceiling, start + Self.longestPhrase), !endsPhrase(end, start: start) {
      end += 1
    }
    return end > start ? start..<end : nil
  }

  private func opensPhrase(_ token: Int) -> Bool {
    if words.has(token, .subordinator)
      || words.has(token, .possessive) && words.word(token) == "her"
    {
      return false
    }
    return words.nameOf[token] >= 0 || words.isCapitalised(token)
      || words.has(token, [.determiner, .pronoun, .role, .institution, .crowd, .title])
  }

  private func endsPhrase(_ token: Int, start: Int) -> Bool {
    if words.nameOf[token] >= 0 { return false }
    if words.has(token, .stop) || words.has(token, [.quoteMark, .dash]) { return true }
    if [";", ":"].contains(words.word(token)) { return true }
    if words.word(token) == "," { return !isApposition(partAfter(token), verbless: true) }
    if words.has(token, .timeWord), words.nameOf[token] < 0 { return token > start }
    if ["in", "on", "at", "during", "after", "when", "as", "while", "before", "via", "because"]
      .contains(words.word(token))
    {
      return isAdverbial(token)
    }
    return false
  }

  private func partAfter(_ comma: Int) -> Range<Int> {
    var end = comma + 1
    while end < words.count, end < comma + 30, words.word(end) != ",", !isBoundary(end) { end += 1 }
    return comma + 1..<end
  }

  /// `on Thursday`, `in a statement`, `after the vote`.
  private func isAdverbial(_ token: Int) -> Bool {
    if ["during", "after", "when", "as", "while", "before", "because", "via"]
      .contains(words.word(token))
    {
      return true
    }
    return (token + 1..<min(token + 5, words.count)).contains {
      words.has($0, [.timeWord, .occasion])
    }
  }
}

extension ArticleWords {
  /// Whether the token is the first of its sentence.
  func startsSentence(_ token: Int) -> Bool {
    token == 0 || sentenceOf[token] != sentenceOf[token - 1]
  }
}
