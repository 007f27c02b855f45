import Linguistics

/// What the clause around a date says of what happens on it.
struct EventClause {
  enum Mood { case plain, conditional, denied }

  /// Whether it is told as a fact, under a condition, or denied.
  let mood: Mood
  /// 1 when the clause looks ahead, -1 when it tells what was, 0 when it does neither.
  let direction: Int
  /// Whether the date only says when somebody spoke.
  let isSpeech: Bool
}

/// Reads the clause of a date: by the tree where the annotator has one, else by the words around.
struct EventClauseReader {
  let words: ArticleWords
  let quotationOf: [Int32]

  /// The most arcs from a date to its verb, and the furthest that a helper stands from its verb.
  private static let reach = (arcs: 8, helpers: 10)

  /// The clause of a date within the words that report it; nil when what is denied is no happening ("did not mention").
  func clause(of time: FoundTime, in extent: Range<Int>) -> EventClause? {
    guard let syntax = words.annotated.syntax, let above = verb(above: time, syntax) else {
      return clauseByWords(time, extent)
    }
    let helpers = helpers(of: above.verb, syntax)
    let isCue = CueLexicon.english.form(words.lower[above.verb]) != nil
    let isDenied = helpers.contains {
      syntax.heads[$0] == above.verb && Self.negations.contains(words.word($0))
    }
    if isDenied, isCue || !above.isDirect { return nil }
    let isSpeech =
      above.isDirect && !extentStartsBelow(above.verb, extent)
      && CueLexicon.english.form(words.lower[above.verb])?.verb.frames.contains(.quotation) == true
    let isConditional =
      helpers.contains { Self.conditions.contains(words.word($0)) }
      || isUnderCondition(above.verb, syntax)
    return EventClause(
      mood: isDenied ? .denied : isConditional ? .conditional : .plain,
      direction: direction(time, verb: above.verb, syntax), isSpeech: isSpeech)
  }

  private static let negations: Set<String> = ["not", "n't", "n’t", "never"]
  private static let conditions: Set<String> = ["could", "may", "might", "should", "if", "unless"]

  // MARK: By the tree

  /// The verb that the date hangs from, and whether no other noun stands between them ("the concept of 2010 did not ...").
  private func verb(above time: FoundTime, _ syntax: Syntax) -> (verb: Int, isDirect: Bool)? {
    var token = time.tokens.upperBound - 1
    var isDirect = true
    for _ in 0..<Self.reach.arcs {
      let head = syntax.heads[token]
      guard head != token else { return nil }
      if ["VERB", "AUX"].contains(syntax.partsOfSpeech[head]) { return (head, isDirect) }
      if !time.tokens.contains(head),
        ["NOUN", "PROPN", "PRON"].contains(syntax.partsOfSpeech[head])
      {
        isDirect = false
      }
      token = head
    }
    return nil
  }

  /// The words that hang from a verb near it, and those of the verb that it is joined to by "and".
  private func helpers(of verb: Int, _ syntax: Syntax) -> [Int] {
    var verbs = [verb]
    if syntax.dependencies[verb] == "conj" { verbs.append(syntax.heads[verb]) }
    return verbs.flatMap { verb in
      let sentence = words.sentence(of: verb)
      let near =
        max(
          sentence.lowerBound, verb - Self.reach.helpers)..<min(
          sentence.upperBound, verb + 4)
      return near.filter { token in
        syntax.heads[token] == verb && token != verb
          && ["aux", "auxpass", "neg", "mark", "advmod"].contains(syntax.dependencies[token])
      }
    }
  }

  /// Whether a clause with "if" or "unless" hangs from the verb.
  private func isUnderCondition(_ verb: Int, _ syntax: Syntax) -> Bool {
    words.sentence(of: verb).contains { token in
      guard ["if", "unless"].contains(words.word(token)), syntax.dependencies[token] == "mark"
      else { return false }
      let clause = syntax.heads[token]
      return syntax.dependencies[clause] == "advcl" && syntax.heads[clause] == verb
    }
  }

  /// Whether the words that report the happening lie below the verb of speech: then the date is theirs.
  private func extentStartsBelow(_ verb: Int, _ extent: Range<Int>) -> Bool {
    !extent.contains(verb)
  }

  /// The present tells what was when its date is over: "is found guilty", as chronologies have it.
  private func direction(_ time: FoundTime, verb: Int, _ syntax: Syntax) -> Int {
    if time.direction != 0 { return time.direction }
    let helpers = helpers(of: verb, syntax)
    let isPresent = [verb] + helpers
    // "Today the quay is a park": how things are, not what happened.
    if ["today", "now"].contains(words.lower[time.tokens.lowerBound]) { return 0 }
    return isPresent.contains { ["VBZ", "VBP"].contains(syntax.tags[$0]) } ? -1 : 0
  }

  // MARK: By the words

  private func clauseByWords(_ time: FoundTime, _ extent: Range<Int>) -> EventClause? {
    let near =
      max(
        extent.lowerBound, time.tokens.lowerBound - Self.reach.helpers)..<min(
        extent.upperBound, time.tokens.upperBound + Self.reach.helpers)
    var isConditional = false
    for token in near where quotationOf[token] < 0 {
      let word = words.lower[token]
      let isMonth = words.isCapitalised(token) && token > near.lowerBound
      if Self.conditions.contains(word) || word == "would", !isMonth { isConditional = true }
      guard words.has(token, .auxiliary), words.has(token + 1, .negation) else { continue }
      let main = words.has(token + 2, .adverb) ? token + 3 : token + 2
      if CueLexicon.english.form(words.word(main)) != nil { return nil }
      return EventClause(mood: .denied, direction: time.direction, isSpeech: datesSpeech(time))
    }
    return EventClause(
      mood: isConditional ? .conditional : .plain, direction: time.direction,
      isSpeech: datesSpeech(time))
  }

  /// `said Friday`, `told reporters on Monday`, `Moss on Friday said`.
  private func datesSpeech(_ time: FoundTime) -> Bool {
    let lexicon = CueLexicon.english
    let sentence = words.sentence(of: time.tokens.lowerBound)
    let after = time.tokens.upperBound
    if after < sentence.upperBound, lexicon.form(words.lower[after])?.verb.force == "say" {
      return true
    }
    var token = time.tokens.lowerBound - 1
    let floor = max(sentence.lowerBound, token - 5)
    while token >= floor, words.word(token) != "," {
      if words.has(token, .subordinator), !words.has(token, .preposition) { return false }
      if let form = lexicon.form(words.lower[token]), form.verb.frames.contains(.quotation) {
        return true
      }
      token -= 1
    }
    return false
  }
}
