import Linguistics

/// Statements that no ordinary verb reports: "according to", "reportedly", "is expected to", a name and a colon.
extension StatementFinder {
  // MARK: According to

  func accordingTo(_ sentence: Range<Int>) -> [StatementDraft] {
    sentence.compactMap { token in
      guard words.word(token) == "according", words.word(token + 1) == "to",
        token + 2 < sentence.upperBound
      else { return nil }
      return accordingTo(token, sentence)
    }
  }

  private func accordingTo(_ token: Int, _ sentence: Range<Int>) -> StatementDraft? {
    guard
      let source = sources.phrase(startingAt: token + 2, ceiling: sentence.upperBound)
        ?? sources.plainPhrase(startingAt: token + 2, ceiling: sentence.upperBound)
    else { return nil }
    var content: [Range<Int>]
    if token == sentence.lowerBound {
      guard words.word(source.upperBound) == ",", source.upperBound + 2 < sentence.upperBound
      else { return nil }
      content = [contents.clause(source.upperBound + 1, sentence)]
    } else {
      let end = words.word(token - 1) == "," ? token - 1 : token
      guard (2...300).contains(end - sentence.lowerBound) else { return nil }
      content =
        contents.content(before: token, floor: sentence.lowerBound)
        ?? [sentence.lowerBound..<end]
    }
    return StatementDraft(
      source: source, cue: token..<token + 2, content: content, force: "say")
  }

  // MARK: Hearsay

  /// Statements without a source: `reportedly`, `is said to`.
  func hearsay(
    _ sentence: Range<Int>, beside drafts: some Sequence<StatementDraft>
  ) -> [StatementDraft] {
    let cues = drafts.compactMap(\.cue)
    return sentence.compactMap { token in
      guard !cues.contains(where: { $0.contains(token) }), contents.quotation(at: token) == nil
      else { return nil }
      if words.lower[token] == "reportedly" { return reportedly(token, sentence) }
      return Self.passives.contains(words.lower[token]) ? passive(token, sentence) : nil
    }
  }

  private static let passives: Set<String> = [
    "expected", "said", "believed", "thought", "reported", "rumored", "rumoured", "alleged",
    "understood",
  ]

  private func reportedly(_ token: Int, _ sentence: Range<Int>) -> StatementDraft? {
    let start = startOfClause(token, sentence)
    guard token + 1 < sentence.upperBound, start < token else { return nil }
    let rest = contents.clause(token + 1, sentence)
    return StatementDraft(
      source: nil, cue: token..<token + 1, content: [start..<token, rest], force: "report")
  }

  /// `Trade is expected to grow`: the subject and the infinitive are what is said.
  private func passive(_ token: Int, _ sentence: Range<Int>) -> StatementDraft? {
    guard words.word(token + 1) == "to", token + 2 < sentence.upperBound else { return nil }
    var start = token
    var hasBe = false
    while start > sentence.lowerBound, words.has(start - 1, [.auxiliary, .adverb, .negation]) {
      start -= 1
      hasBe = hasBe || ["is", "are", "was", "were", "been"].contains(words.lower[start])
    }
    guard hasBe, let subject = sources.phrase(endingAt: start, floor: sentence.lowerBound),
      let rest = contents.object(token + 1, sentence)
    else { return nil }
    return StatementDraft(
      source: nil, cue: start..<token + 1, content: [subject, rest], force: "report")
  }

  private func startOfClause(_ token: Int, _ sentence: Range<Int>) -> Int {
    var start = token
    let floor = max(sentence.lowerBound, token - 60)
    while start > floor {
      let isEdge =
        [",", ";", ":"].contains(words.word(start - 1))
        || words.has(start - 1, [.coordinator, .quoteMark, .dash])
      if isEdge { break }
      start -= 1
    }
    return start
  }

  // MARK: A name and a colon

  /// `Anna Holm: We will not give up`, as headlines and transcripts have it.
  func labelled(_ sentence: Range<Int>) -> StatementDraft? {
    let start = sentence.lowerBound
    guard words.startsParagraph(start),
      let colon = sentence.prefix(7).first(where: { words.word($0) == ":" }), colon > start,
      sentence.upperBound - colon > 3, words.nameOf[colon - 1] >= 0,
      !words.isGlued(colon + 1)
    else { return nil }
    let name = words.names[Int(words.nameOf[colon - 1])]
    guard name.label == "PERSON", isPlainLabel(start..<name.tokens.lowerBound),
      isSpoken(colon + 1..<sentence.upperBound)
    else { return nil }
    return StatementDraft(
      source: start..<colon, cue: colon..<colon + 1,
      content: [contents.clause(colon + 1, sentence)], force: "say")
  }

  /// Whether words behind a name and a colon are a sentence, and not the credit of a picture.
  private func isSpoken(_ tokens: Range<Int>) -> Bool {
    guard let trees = words.trees else { return true }
    return tokens.prefix(Self.labelReach).contains {
      words.has($0, .quoteMark) || trees.isVerb($0) || words.has($0, .auxiliary)
    }
  }

  /// What a person says shows a verb within so many tokens.
  private static let labelReach = 40

  private func isPlainLabel(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { words.has($0, [.title, .role]) || words.nameOf[$0] >= 0 }
  }
}
