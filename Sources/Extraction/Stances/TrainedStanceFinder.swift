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

  /// A sentence of more tokens is a table or a list.
  static let longestSentence = 200
  /// Names further apart than this are not judged: the model has seen none.
  private static let longestPair = 90
  /// Pairs of one sentence that are judged; those that follow one another come first.
  private static let mostPairs = 60

  init?(
    words: ArticleWords, entities: EntityTable, statements: [Statement],
    programmes: ProgrammeFindings
  ) {
    guard let syntax = words.annotated.syntax, let model = StanceModel.builtIn else { return nil }
    self.words = words
    self.entities = entities
    self.syntax = syntax
    self.model = model
    self.programmes = programmes
    mentions = StanceMentions(words: words, entities: entities, statements: statements)
  }

  /// The stances that the article lets us assert, in order of their evidence.
  ///
  /// What a verb says outright stands as it is; the model does not contradict it.
  func stances(with outright: [Stance]) -> [Stance] {
    var candidates: [StanceCandidate] = []
    for sentence in words.sentences.indices { candidates += self.candidates(in: sentence) }
    let weighed = StanceWeighing(candidates, entities: entities).asserted
    let found = (weighed + towardsProgrammes()).map {
      Stance(
        holder: $0.holder, target: $0.target, polarity: $0.polarity,
        evidence: words.range(words.sentences[$0.sentence]))
    }
    let known = Set(outright.map { [$0.holder.rawValue, $0.target.rawValue, $0.evidence.start] })
    let new = found.filter {
      !known.contains([$0.holder.rawValue, $0.target.rawValue, $0.evidence.start])
    }
    return (outright + new).enumerated().sorted {
      ($0.element.evidence.start, $0.offset) < ($1.element.evidence.start, $1.offset)
    }.map(\.element)
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
    var best = BestCandidates()
    for (a, b) in pairs(mentions) {
      let spans = [a, b].map { mention in
        mention.form == .speaker
          ? 0..<1 : mention.tokens.lowerBound - shift..<mention.tokens.upperBound - shift
      }
      let judgement = model.judge.judge(read, links, spans[0], spans[1])
      best.take(judgement, a, b, sentence: number)
    }
    return best.inOrder
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
  private(set) var inOrder: [StanceCandidate] = []
  private var places: [[Int]: Int] = [:]

  mutating func take(
    _ judgement: PairJudgement, _ a: StanceMention, _ b: StanceMention, sentence: Int
  ) {
    for answer in 1...4 {
      let isForward = answer == 1 || answer == 3
      let (holder, target) = isForward ? (a, b) : (b, a)
      guard target.form != .speaker else { continue }
      let candidate = StanceCandidate(
        sentence: sentence, holder: holder.entity, target: target.entity,
        polarity: answer <= 2 ? .for : .against, holderForm: holder.form, targetForm: target.form,
        share: judgement.article[answer], askedShare: judgement.asked[answer],
        askedNone: judgement.asked[0])
      let key = [holder.entity.rawValue, target.entity.rawValue]
      if let place = places[key] {
        if inOrder[place].share < candidate.share { inOrder[place] = candidate }
      } else {
        places[key] = inOrder.count
        inOrder.append(candidate)
      }
    }
  }
}
