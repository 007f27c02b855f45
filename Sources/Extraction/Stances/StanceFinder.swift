import NewsModel
import Primitives

/// Finds stances where a verb says them outright and both sides are named: "Paris opposes Nato".
///
/// Negated, hypothetical and passive verbs show no stance, nor does what a person is quoted as saying.
struct StanceFinder {
  let words: ArticleWords
  let entities: EntityTable
  let sources: SourceFinder
  let quotationOf: [Int32]
  /// The same by the tree, where there is one.
  private let byTree: TreeStances?
  private let statements: [Statement]

  init(
    words: ArticleWords, entities: EntityTable, sources: SourceFinder, quotationOf: [Int32],
    statements: [Statement] = []
  ) {
    self.words = words
    self.entities = entities
    self.sources = sources
    self.quotationOf = quotationOf
    self.statements = statements
    byTree = words.trees.map {
      TreeStances(
        words: words, entities: entities,
        mentions: StanceMentions(words: words, entities: entities, statements: statements),
        trees: $0)
    }
  }

  /// The stances, in order of their evidence.
  func stances() -> [Stance] {
    var stances: [Stance] = []
    var seen: Set<[Int]> = []
    for sentence in words.sentences {
      for token in sentence {
        guard let verb = StanceLexicon.english[words.lower[token]], words.nameOf[token] < 0,
          quotationOf[token] < 0,
          let stance = byTree?.stance(token) ?? stance(token, verb, sentence)
        else { continue }
        let key = [stance.holder.rawValue, stance.target.rawValue, stance.evidence.start]
        if seen.insert(key).inserted { stances.append(stance) }
      }
    }
    guard let trees = words.trees else { return stances }
    let told = StatementStances(words: words, entities: entities, trees: trees).stances(statements)
      .filter { seen.insert([$0.holder.rawValue, $0.target.rawValue, $0.evidence.start]).inserted }
    return (stances + told).enumerated().sorted {
      ($0.element.evidence.start, $0.offset) < ($1.element.evidence.start, $1.offset)
    }.map(\.element)
  }

  private func stance(_ token: Int, _ verb: StanceVerb, _ sentence: Range<Int>) -> Stance? {
    guard let start = startOfGroup(token, verb, sentence),
      let holder = holder(before: start, sentence),
      let target = target(after: token, verb, sentence),
      holder != target
    else { return nil }
    return Stance(
      holder: holder, target: target, polarity: verb.polarity, evidence: words.range(sentence))
  }

  /// The first token of the verb group; nil when it is negated, hypothetical, passive or no verb.
  private func startOfGroup(_ token: Int, _ verb: StanceVerb, _ sentence: Range<Int>) -> Int? {
    var start = token
    while start > sentence.lowerBound {
      let before = start - 1
      let word = words.word(before)
      if words.has(before, [.negation, .modal]) && word != "will" { return nil }
      if ["was", "were", "been", "be", "to"].contains(word) { return nil }
      if ["is", "are"].contains(word), verb.tense != .gerund { return nil }
      guard words.has(before, [.auxiliary, .adverb]), !["'s", "’s"].contains(word) else { break }
      start = before
    }
    return start
  }

  /// The named subject: the name must end right before the verb group, or before `, an apposition,`.
  private func holder(before start: Int, _ sentence: Range<Int>) -> EntityIndex? {
    let end = sources.withoutTime(endingAt: start, floor: sentence.lowerBound)
    guard let phrase = sources.phrase(endingAt: end, floor: sentence.lowerBound) else { return nil }
    let reading = SourceReading(phrase, words)
    guard let entity = entities.entity(at: reading.noun), canHold(entity) else { return nil }
    return entity
  }

  private func canHold(_ entity: EntityIndex) -> Bool {
    switch entities.kind(entity) {
    case .person, .organisation, .government, .group, .place: true
    default: false
    }
  }

  /// The named object: the last name of the first noun phrase after the verb. "The U.N. move" is not the U.N.
  private func target(after token: Int, _ verb: StanceVerb, _ sentence: Range<Int>) -> EntityIndex?
  {
    var next = token + 1
    if let preposition = verb.preposition {
      guard words.word(next) == preposition else { return nil }
      next += 1
    }
    var found: EntityIndex?
    while next < min(sentence.upperBound, token + 10) {
      if let entity = entities.entity(at: next) {
        if let noun = words.trees?.head(next), noun > next, words.nameOf[noun] < 0,
          words.trees?.label(next) == "compound"
        {
          return nil
        }
        found = entity
      } else if found != nil, ["'s", "’s"].contains(words.word(next)) {
        return found
      } else if !opensObject(next) {
        break
      }
      next += 1
    }
    return found
  }

  /// Words that can stand before the name in its noun phrase.
  private func opensObject(_ token: Int) -> Bool {
    words.has(token, [.determiner, .title, .role])
      || ["democratic", "republican", "fellow", "rival", "new", "then"].contains(words.word(token))
  }
}
