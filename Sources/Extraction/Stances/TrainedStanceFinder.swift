import Linguistics
import NewsModel
import Primitives

/// Finds stances between entities with the trained model: every pair of a sentence is judged.
///
/// Needs grammar. A stance is asserted only above a threshold that was set so that most of what is
/// asserted is right; see `StanceWeighing`.
struct TrainedStanceFinder {
  let words: ArticleWords
  let entities: EntityTable
  let mentions: StanceMentions
  let programmes: ProgrammeFindings
  let syntax: Syntax
  let model: StanceModel
  private let facts: StancePairFacts

  /// A sentence of more tokens is a table or a list.
  static let longestSentence = 200
  /// Names further apart than this are not judged: the model has seen none.
  private static let longestPair = 90
  /// Pairs of one sentence that are judged; those that follow one another come first.
  private static let mostPairs = 60

  init?(
    words: ArticleWords, entities: EntityTable, statements: [Statement],
    programmes: ProgrammeFindings, title: String? = nil
  ) {
    guard let syntax = words.annotated.syntax, let trees = words.trees,
      let model = StanceModel.builtIn
    else { return nil }
    self.words = words
    self.entities = entities
    self.syntax = syntax
    self.model = model
    self.programmes = programmes
    mentions = StanceMentions(words: words, entities: entities, statements: statements)
    facts = StancePairFacts(
      words: words, entities: entities, trees: trees, speakers: mentions.speakers, title: title)
  }

  /// The stances that the article lets us assert, in order of their evidence.
  ///
  /// What a verb says outright stands as it is; the model does not contradict it.
  func stances(with outright: [Stance]) -> [Stance] {
    var candidates: [StanceCandidate] = []
    for sentence in words.sentences.indices { candidates += self.candidates(in: sentence) }
    let weighed = StanceWeighing(candidates, sentences: words.sentences.count).asserted
      .filter { !isDenied(in: $0.sentenceFacts) }
      .map { stance($0.holder, $0.target, $0.polarity, in: $0.sentence) }
    let found = weighed + towardsProgrammes()
    let known = Set(outright.map { [$0.holder.rawValue, $0.target.rawValue, $0.evidence.start] })
    let new = found.filter {
      !known.contains([$0.holder.rawValue, $0.target.rawValue, $0.evidence.start])
    }
    return (outright + new).enumerated().sorted {
      ($0.element.evidence.start, $0.offset) < ($1.element.evidence.start, $1.offset)
    }.map(\.element)
  }

  /// Whether every verb of stance in a sentence is negated or only possible: "would not criticise".
  private func isDenied(in sentence: SentenceFacts) -> Bool {
    let verbs = zip(sentence.tokens, sentence.polarities)
      .filter { $0.1 != nil && facts.trees.isVerb($0.0) }.map(\.0)
    let rules = TreeStances(
      words: words, entities: entities, mentions: mentions, trees: facts.trees)
    return !verbs.isEmpty && verbs.allSatisfy(rules.isUncertain)
  }

  /// A stance that a sentence shows.
  func stance(
    _ holder: EntityIndex, _ target: EntityIndex, _ polarity: Polarity, in sentence: Int
  ) -> Stance {
    Stance(
      holder: holder, target: target, polarity: polarity,
      evidence: words.range(words.sentences[sentence]))
  }

  /// What the model says of each ordered pair of entities in a sentence: its likelier polarity.
  func candidates(in number: Int) -> [StanceCandidate] {
    let range = words.sentences[number]
    guard (4...Self.longestSentence).contains(range.count) else { return [] }
    let mentions = mentions.mentions(of: number)
    guard let first = mentions.first, mentions.contains(where: { $0.entity != first.entity })
    else { return [] }
    var sentence = StanceSentence(words, entities, syntax, range, model.vocabulary)
    let hasSpeaker = first.form == .speaker
    if hasSpeaker { sentence.prependSpeaker(model.vocabulary.speaker) }
    let shift = range.lowerBound - (hasSpeaker ? 1 : 0)
    let read = model.reader.read(sentence)
    let links = TreeLinks(heads: sentence.heads)
    let told = facts.facts(ofSentence: number, mentions)
    var best = BestCandidates(sentence: number, facts: told)
    let pairs = pairs(mentions)
    let judgements = model.judge.judge(
      read, links,
      pairs.map { a, b in (Self.span(of: a, less: shift), Self.span(of: b, less: shift)) })
    let sides = pairs.map { a, b in
      (
        (mention: a, facts: facts.facts(of: a, beside: b, in: told)),
        (mention: b, facts: facts.facts(of: b, beside: a, in: told))
      )
    }
    let shares = model.judge.shares(
      inArticle: judgements, sides.map { facts.values($0, $1, in: told) })
    for (index, side) in sides.enumerated() {
      best.take(shares[index], judgements[index].asked, side.0, side.1)
    }
    return best.inOrder
  }

  /// The tokens of a mention in the sentence as it is read; a speaker stands before it.
  static func span(of mention: StanceMention, less shift: Int) -> Range<Int> {
    mention.form == .speaker
      ? 0..<1 : mention.tokens.lowerBound - shift..<mention.tokens.upperBound - shift
  }

  /// The pairs of mentions of different entities, near ones first.
  private func pairs(_ mentions: [StanceMention]) -> [(StanceMention, StanceMention)] {
    var pairs: [(StanceMention, StanceMention)] = []
    for distance in 1..<max(2, mentions.count) {
      for first in 0..<max(0, mentions.count - distance) {
        let (a, b) = (mentions[first], mentions[first + distance])
        guard a.entity != b.entity, a.form != .pronoun || b.form != .pronoun,
          b.tokens.upperBound - a.tokens.lowerBound <= Self.longestPair,
          a.tokens.upperBound <= b.tokens.lowerBound
        else { continue }
        pairs.append((a, b))
        if pairs.count == Self.mostPairs { return pairs }
      }
    }
    return pairs
  }
}

/// The likeliest candidate of each ordered pair of entities in one sentence.
private struct BestCandidates {
  typealias Side = (mention: StanceMention, facts: MentionFacts)

  let sentence: Int
  let facts: SentenceFacts
  private(set) var inOrder: [StanceCandidate] = []
  private var places: [[Int]: Int] = [:]

  init(sentence: Int, facts: SentenceFacts) {
    self.sentence = sentence
    self.facts = facts
  }

  mutating func take(_ shares: [Float], _ asked: [Float], _ a: Side, _ b: Side) {
    for answer in 1...4 {
      let isForward = answer == 1 || answer == 3
      let (holder, target) = isForward ? (a, b) : (b, a)
      guard target.mention.form != .speaker else { continue }
      let key = [holder.mention.entity.rawValue, target.mention.entity.rawValue]
      let place = places[key]
      if let place, inOrder[place].share >= shares[answer] { continue }
      let candidate = StanceCandidate(
        sentence: sentence, holder: holder.mention.entity, target: target.mention.entity,
        polarity: answer <= 2 ? .for : .against, isForward: isForward, holderFacts: holder.facts,
        targetFacts: target.facts, sentenceFacts: facts, share: shares[answer],
        otherShare: shares[[0, 3, 4, 1, 2][answer]], askedShare: asked[answer])
      if let place {
        inOrder[place] = candidate
      } else {
        places[key] = inOrder.count
        inOrder.append(candidate)
      }
    }
  }
}
