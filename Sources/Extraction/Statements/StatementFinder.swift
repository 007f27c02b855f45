/// Finds statements sentence by sentence: each cue with its source and its content.
struct StatementFinder {
  let words: ArticleWords
  let cueFinder: CueFinder
  let sources: SourceFinder
  let contents: ContentFinder
  private let boilerplate: Boilerplate

  /// Within so many tokens what belongs to a cue stands beside it.
  private static let reach = 64

  init(_ words: ArticleWords) {
    self.words = words
    let lexicon = CueLexicon.english
    boilerplate = Boilerplate(words)
    cueFinder = CueFinder(words: words, lexicon: lexicon)
    sources = SourceFinder(words: words, lexicon: lexicon)
    contents = ContentFinder(
      words: words, lexicon: lexicon, quotations: QuotationFinder(words).quotations())
  }

  /// Statements that were found otherwise, completed by rule: a source that stands at the cue, statements where nothing
  /// else was found, and the quotations over paragraphs that go on from them.
  func completed(_ drafts: [StatementDraft]) -> [StatementDraft] {
    var taken = [Bool](repeating: false, count: words.count)
    for draft in drafts { for token in draft.tokens { taken[token] = true } }
    let ruled = self.drafts().filter { !$0.followsPrevious && $0.source != nil && $0.cue != nil }
    var sourceAt: [Int: Range<Int>] = [:]
    for draft in ruled { for token in draft.cue ?? 0..<0 { sourceAt[token] = draft.source } }
    var result = drafts.map { draft in
      guard draft.source == nil, let cue = draft.cue,
        let source = cue.lazy.compactMap({ sourceAt[$0] }).first
      else { return draft }
      var draft = draft
      draft.source = source
      return draft
    }
    result = result.compactMap(withSubject)
    result += ruled.filter { draft in !draft.tokens.contains { taken[$0] } }
    result += AttitudeNouns(words: words).drafts(beside: result)
    result = result.map(withoutSource)
      .filter { !boilerplate.holds($0) && !isFragment($0) && !reportsNothing($0) }
      .map { withoutPlace(withQuoted(withoutDateline($0))) }
    result = withoutDoubles(result.sorted(by: StatementDraft.isBefore))
    return QuotationOwners(finder: self).completed(result.sorted(by: StatementDraft.isBefore))
  }

  /// A statement without a source takes the subject of its verb; without either, and with a cue that reports only beside
  /// other words, it is none: `known as a polynya`.
  private func withSubject(_ draft: StatementDraft) -> StatementDraft? {
    guard draft.source == nil, !draft.followsPrevious, let trees = words.trees,
      let cue = draft.cue
    else { return draft }
    if let subject = subject(of: cue, draft.content, trees) {
      var draft = draft
      draft.source = subject
      return draft
    }
    let isQuoted = draft.content.contains { contents.quotationOf[$0.lowerBound] >= 0 }
    let isHearsay = cue.contains { Self.hearsay.contains(words.lower[$0]) }
    return isQuoted || isHearsay || CueWords.english.hasVerb(cue, trees.syntax) ? draft : nil
  }

  /// Whether nothing is said but a word that stands for something else ("that", "so"), the reader is spoken to, or somebody
  /// was asked and the clause does not say who: `Asked about the talks, ...`.
  private func isFragment(_ draft: StatementDraft) -> Bool {
    let content = draft.content.flatMap(Array.init)
    let isEmpty = content.allSatisfy {
      words.has($0, [.pronoun, .relative, .determiner, .mark, .adverb, .subordinator])
    }
    if isEmpty, content.count <= 2 { return true }
    // What the reader is told to do, or asked, is nobody's statement.
    if let source = draft.source, source.count == 1, words.lower[source.lowerBound] == "you" {
      return true
    }
    guard draft.source == nil, let cue = draft.cue else { return false }
    return Self.asked.contains(words.lower[cue.lowerBound])
      || cue.count > 1 && Self.asked.contains(words.lower[cue.lowerBound + 1])
        && words.has(cue.lowerBound, .auxiliary)
  }

  private static let asked: Set<String> = ["asked", "pressed", "questioned", "answering"]

  /// What is said does not hold who says it, where more is said.
  private func withoutSource(_ draft: StatementDraft) -> StatementDraft {
    guard let source = draft.source, draft.content.count > 1 else { return draft }
    let rest = draft.content.filter { !$0.overlaps(source) }
    guard !rest.isEmpty, rest.count < draft.content.count else { return draft }
    var draft = draft
    draft.content = rest
    return draft
  }

  /// `OSLO, Norway — Anna Holm`: the place in front of a dash is no part of who speaks.
  private func withoutDateline(_ draft: StatementDraft) -> StatementDraft {
    guard let source = draft.source, words.startsParagraph(source.lowerBound),
      let dash = source.prefix(Self.longestDateline).last(where: { words.has($0, .dash) }),
      dash + 1 < source.upperBound, !words.isGlued(dash)
    else { return draft }
    var draft = draft
    draft.source = dash + 1..<source.upperBound
    return draft
  }

  private static let longestDateline = 12

  private static let hearsay: Set<String> = [
    "reportedly", "allegedly", "supposedly", "purportedly",
  ]

  private func subject(
    of cue: Range<Int>, _ content: [Range<Int>], _ trees: ArticleGrammar
  ) -> Range<Int>? {
    guard let verb = cue.last(where: { trees.isVerb($0) }), let subject = trees.subject(of: verb),
      trees.label(subject) == "nsubj", !content.contains(where: { $0.contains(subject) })
    else { return nil }
    let phrase = trees.phrase(subject).clamped(to: words.sentence(of: verb))
    let isWhole = !phrase.contains(verb) && !content.contains { $0.overlaps(phrase) }
    return isWhole ? phrase : subject..<subject + 1
  }

  /// The statements, in order of their first token.
  func drafts() -> [StatementDraft] {
    var drafts: [StatementDraft] = []
    for sentence in words.sentences {
      var previous: StatementDraft?
      var floor = sentence.lowerBound
      for cue in cueFinder.cues(in: sentence) where !isInsideUtterance(cue) {
        let draft = draft(cue, sentence, floor: floor, previous: previous)
        guard let draft else { continue }
        drafts.append(draft)
        previous = draft
        floor = cue.tokens.upperBound
      }
      drafts.append(contentsOf: accordingTo(sentence))
      drafts.append(contentsOf: hearsay(sentence, beside: drafts.suffix(8)))
      if let draft = labelled(sentence) { drafts.append(draft) }
    }
    return QuotationOwners(finder: self).completed(drafts.sorted(by: StatementDraft.isBefore))
  }

  private func isInsideUtterance(_ cue: Cue) -> Bool {
    contents.quotation(at: cue.verbToken).map { $0.isUtterance(words) || $0.continues } ?? false
  }

  // MARK: One cue

  private func draft(
    _ cue: Cue, _ sentence: Range<Int>, floor: Int, previous: StatementDraft?
  ) -> StatementDraft? {
    if cue.isPassive { return nil }
    let floor = max(floor, floorAfterQuotation(cue, sentence))
    if let draft = inverted(cue, sentence, floor: sentence.lowerBound) { return draft }
    if let draft = parenthetical(cue, sentence, floor: floor) { return draft }
    if let source = subject(cue, sentence, floor: floor) {
      return regular(cue, source, sentence, floor: floor)
    }
    guard let content = contents.content(after: cue, in: sentence) else { return nil }
    guard let source = borrowedSource(cue, sentence, previous) else { return nil }
    return StatementDraft(
      source: source, cue: cue.tokens, content: content, force: cue.form.verb.force)
  }

  /// The phrase before the cue; a relative pronoun stands for the noun before it.
  private func subject(_ cue: Cue, _ sentence: Range<Int>, floor: Int) -> Range<Int>? {
    let end = sources.withoutTime(endingAt: cue.tokens.lowerBound, floor: floor)
    let last = end - 1
    if last >= floor, ["who", "which"].contains(words.word(last)) { return last..<end }
    return sources.phrase(endingAt: end, floor: floor)
  }

  /// The token after the last quotation that closes before the cue.
  private func floorAfterQuotation(_ cue: Cue, _ sentence: Range<Int>) -> Int {
    var token = cue.tokens.lowerBound - 1
    let floor = max(sentence.lowerBound, token - Self.reach)
    while token >= floor {
      if let quotation = contents.quotation(at: token), quotation.tokens.upperBound == token + 1,
        quotation.endsLikeSentence(words)
      {
        return token + 1
      }
      token -= 1
    }
    return floor
  }

  /// `"...," said X` and `..., says X`.
  private func inverted(_ cue: Cue, _ sentence: Range<Int>, floor: Int) -> StatementDraft? {
    let start = cue.tokens.lowerBound
    guard cue.tokens.count == 1, start > 0,
      cue.form.tense == .past || cue.form.tense == .thirdPerson,
      cue.form.verb.frames.contains(.quotation),
      // After "told" stands who was told.
      !cue.form.verb.frames.contains(.addressee) || cue.form.verb.base == "warn",
      let content = contents.content(before: start, floor: floor),
      let source = sources.phrase(
        startingAt: cue.tokens.upperBound, ceiling: sentence.upperBound)
    else { return nil }
    let more = continuation(after: source.upperBound, sentence)
    return StatementDraft(
      source: source, cue: cue.tokens, content: content + more, force: cue.form.verb.force)
  }

  /// After a comma the words before may be an apposition: `Anna Holm, the mayor, said the bridge is safe`.
  private func canInvertAfterComma(_ cue: Cue, _ sentence: Range<Int>, floor: Int) -> Bool {
    guard cue.form.verb.force == "say", !cue.form.verb.frames.isDisjoint(with: .thatClause) else {
      return false
    }
    return sources.phrase(endingAt: cue.tokens.lowerBound, floor: floor) == nil
      || contents.content(after: cue, in: sentence) == nil
  }

  /// `The bridge, she said, would open`: the reporter's words stand in the middle.
  private func parenthetical(
    _ cue: Cue, _ sentence: Range<Int>, floor: Int
  ) -> StatementDraft? {
    let after = cue.tokens.upperBound
    guard words.word(after) == ",", after + 2 < sentence.upperBound,
      contents.quotation(at: after + 1) == nil, cue.form.verb.frames.contains(.quotation),
      cue.form.tense == .past || cue.form.tense == .thirdPerson,
      let source = sources.phrase(endingAt: cue.tokens.lowerBound, floor: floor),
      source.lowerBound - 1 > floor, words.word(source.lowerBound - 1) == ",",
      contents.quotation(at: source.lowerBound - 2) == nil
    else { return nil }
    let start = words.has(floor, .coordinator) ? floor + 1 : floor
    guard start < source.lowerBound - 1 else { return nil }
    return StatementDraft(
      source: source, cue: cue.tokens,
      content: [start..<source.lowerBound - 1, contents.clause(after + 1, sentence)],
      force: cue.form.verb.force)
  }

  /// `X said ...` and `"...," X said`.
  private func regular(
    _ cue: Cue, _ source: Range<Int>, _ sentence: Range<Int>, floor: Int
  ) -> StatementDraft? {
    let takesSpeech = !cue.form.verb.frames.isDisjoint(with: [.quotation, .clause])
    let isAfterQuote =
      source.lowerBound > sentence.lowerBound
      && contents.quotation(at: source.lowerBound - 1)?.tokens.upperBound == source.lowerBound
    if takesSpeech, isAfterQuote,
      let content = contents.content(before: source.lowerBound, floor: sentence.lowerBound)
    {
      let more = continuation(after: cue.tokens.upperBound, sentence)
      return StatementDraft(
        source: source, cue: cue.tokens, content: content + more, force: cue.form.verb.force)
    }
    if let content = contents.content(after: cue, in: sentence) {
      return StatementDraft(
        source: source, cue: cue.tokens, content: content, force: cue.form.verb.force)
    }
    let takesClause = cue.form.verb.frames.contains(.thatClause) && cue.form.tense != .base
    guard takesSpeech, takesClause || isAfterQuote, !cue.isNegated,
      let content = contents.content(before: source.lowerBound, floor: sentence.lowerBound)
    else { return nil }
    return StatementDraft(
      source: source, cue: cue.tokens, content: content, force: cue.form.verb.force)
  }

  /// The rest of a quotation that the reporter has interrupted, in the same paragraph.
  private func continuation(after token: Int, _ sentence: Range<Int>) -> [Range<Int>] {
    var next = token
    let limit = min(sentence.upperBound, token + Self.reach)
    while next < limit, contents.quotation(at: next) == nil {
      if cueFinder.lexicon.form(words.lower[next])?.verb.force == "say" { return [] }
      next += 1
    }
    var pieces: [Range<Int>] = []
    while next < words.count, words.paragraphOf[next] == words.paragraphOf[token - 1],
      let quotation = contents.quotation(at: next), quotation.tokens.lowerBound == next,
      !hasOwnSpeaker(quotation), next >= sentence.upperBound || quotation.endsLikeSentence(words)
    {
      pieces.append(quotation.tokens)
      next = quotation.tokens.upperBound
    }
    return pieces
  }

  func hasOwnSpeaker(_ quotation: Quotation) -> Bool {
    let end = quotation.tokens.upperBound
    guard end < words.count, words.paragraphOf[end] == words.paragraphOf[end - 1] else {
      return false
    }
    if words.has(end, .quoteMark) { return false }
    let sentence = words.sentence(of: end)
    return sentence.lowerBound < end
      && cueFinder.cues(in: end..<min(sentence.upperBound, end + Self.reach))
        .contains { !$0.isPassive }
  }

  /// The subject of a verb that has none of its own: `..., adding that`, `and said`.
  private func borrowedSource(
    _ cue: Cue, _ sentence: Range<Int>, _ previous: StatementDraft?
  ) -> Range<Int>? {
    let before = cue.tokens.lowerBound - 1
    guard before >= sentence.lowerBound else { return nil }
    let isJoined = words.word(before) == "," || words.has(before, .coordinator)
    guard isJoined else { return nil }
    guard cue.form.tense == .gerund || cue.form.tense == .past else { return nil }
    if let source = previous?.source { return source }
    let hasVerb = (sentence.lowerBound..<before).prefix(Self.reach).contains {
      words.has($0, [.auxiliary, .verb]) || isPastForm($0)
    }
    return hasVerb ? sources.openingPhrase(of: sentence, before: before) : nil
  }

  private func isPastForm(_ token: Int) -> Bool {
    words.nameOf[token] < 0 && words.word(token).hasSuffix("ed")
  }
}
