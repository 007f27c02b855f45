import Glibc
public import Primitives

/// The words of a sentence that answer.
public struct AnswerWordsRange: Sendable, Hashable {
  /// Where they stand in the sentence.
  public let range: ByteRange
  /// In lower case, without articles: equal when two sentences give the same answer.
  public let spelling: String
  /// Whether they have the place of the verb that is asked for, or stand with the noun that is.
  public let isTied: Bool
}

/// Says of sentences of a library how surely they answer a question.
///
/// A logistic model over the ranking's score and what the context adds; its weights are data
/// (`confidence-weights.tsv`), learned by `Training/ranking/confidence.py` on questions over news articles.
public struct AnswerJudge: Sendable {
  private let ranker: AnswerRanker
  private static let weights: [String: GroupWeights] = Dictionary(
    uniqueKeysWithValues: Set(AnswerKind.allCases.map(\.group)).map { ($0, GroupWeights($0)) })

  /// Creates a judge over a ranker.
  public init(_ ranker: AnswerRanker) {
    self.ranker = ranker
  }

  /// The judgement of each sentence, in the order given.
  public func judgements(
    _ question: Question, _ sentences: [(read: ReadText, context: SentenceContext)]
  ) -> [Judgement] {
    let features = ranker.features(question, sentences.map(\.read))
    return sentences.indices.map { index in
      let match = SentenceMatch(question, sentences[index].read)
      let values = values(match, features[index], sentences[index].context)
      return Judgement(
        values: values, confidence: Self.confidence(values, question.kind),
        answers: match.answerWords)
    }
  }

  private static func confidence(_ values: [Double], _ kind: AnswerKind) -> Double {
    guard let weights = weights[kind.group] else { return 0 }
    var sum = weights.intercept
    for index in values.indices { sum += weights.features[index] * values[index] }
    return 1 / (1 + exp(-sum))
  }

  private func values(
    _ match: SentenceMatch, _ features: FeatureValues, _ context: SentenceContext
  ) -> [Double] {
    let question = match.question
    let own = question.terms.indices.map { max(match.likenesses[$0], context.resolved[$0]) }
    let covered = question.terms.indices.map { index in
      // What happens is told by the sentence itself; only what it is about may stand elsewhere.
      question.terms[index] == question.verb ? own[index] : max(own[index], context.support[index])
    }
    let cover = ContextCover(question, covered)
    let alone = ContextCover(question, own)
    func around(_ support: [Double]) -> Double {
      guard support.count == own.count else { return alone.openShare }
      return ContextCover(question, zip(own, support).map { max($0, $1) }).openShare
    }
    let ties = AnswerTies(match)
    let roles = RoleAgreement(match, resolved: context.resolved)
    let isAnalysed =
      context.reportsSpeaker || context.showsStance || context.defines || match.takesStance
    let asks = AnswerWords.labels[question.kind] != nil
    let kind: Double =
      switch question.kind {
      case .reason: features[.reason]
      case .definition: max(features[.definition], context.defines ? 1 : 0)
      case .statement: max(features[.speaker], context.reportsSpeaker ? 1 : 0)
      default: asks ? 0.5 * (features[.kind] + features[.possibleKind]) : 0.6
      }
    let isCounted = question.kind.isCounted && question.focus != nil
    let sure = asks ? (isCounted ? features[.bound] : features[.kind]) : 0.6
    let values: [AnswerFeature: Double] = [
      .score: ranker.score(features), .context: cover.share, .contextNames: cover.names,
      .missing: cover.missing, .missingName: cover.missingName, .coverage: alone.share,
      .kind: kind, .sure: sure, .kindless: asks && features[.possibleKind] == 0 ? 1 : 0,
      .sound: context.isSound ? 1 : 0, .role: features[.role],
      .rival: alone.missingName > 0 && features[.newNames] > 0 ? 1 : 0,
      .nearness: features[.nearness], .attachment: features[.attachment],
      .verb: question.verb == nil ? 0.6 : features[.verb],
      .focus: question.focus == nil ? 0.6 : features[.focus], .analysed: isAnalysed ? 1 : 0,
      .quoted: context.quotesSpeaker ? 1 : 0, .early: 1 / Double(1 + context.position),
      .meaning: features[.meaning], .tied: ties.strength, .phrase: ties.phrase,
      .unnamed: ties.unnamed, .reasonTied: ties.reason, .news: ties.news,
      .roles: roles.agreement, .roleClash: roles.clash, .tense: TenseMatch(match).fit,
      .negated: isTakenBack(match) ? 1 : 0, .before: around(context.around.before),
      .near: around(context.around.near), .head: around(context.around.head),
      .openCoverage: alone.openShare,
      .clause: ClauseMatch(match, resolved: context.resolved).share,
    ]
    return AnswerFeature.allCases.map { values[$0] ?? 0 }
  }

  /// Whether the main verb is negated in the sentence and not in the question, or the other way round.
  private func isTakenBack(_ match: SentenceMatch) -> Bool {
    guard let verb = match.question.verb, let place = match.verbPlaces.first else { return false }
    return match.sentence.isNegated(place) != match.question.read.isNegated(verb)
  }
}

/// The weights for the questions of a group: those for all, and what is added for the group.
private struct GroupWeights: Sendable {
  let intercept: Double
  let features: [Double]

  init(_ group: String) {
    func weight(_ name: String) -> Double {
      (AnswerWords.confidenceWeights[name] ?? 0)
        + (AnswerWords.confidenceWeights["\(group):\(name)"] ?? 0)
    }
    intercept = weight("intercept")
    features = AnswerFeature.allCases.map { weight($0.rawValue) }
  }
}

/// How much of a question a sentence and its context cover together.
private struct ContextCover {
  private(set) var share = 0.0
  /// The share without the noun that stands for the answer itself.
  private(set) var openShare = 0.0
  private(set) var names = 0.0
  private(set) var missing = 0.0
  private(set) var missingName = 0.0

  init(_ question: Question, _ covered: [Double]) {
    let weight = max(question.weight, 1)
    let open = question.isFocusOpen ? question.focus : nil
    let openWeight = max(question.weight - (open.map { question.word($0).rarity } ?? 0), 1)
    for (index, term) in question.terms.enumerated() {
      let word = question.word(term)
      if term != open { openShare += word.rarity / openWeight * covered[index] }
      share += word.rarity / weight * covered[index]
      let lack = (1 - covered[index]) * word.rarity / WordVectors.unknownRarity
      if word.isName {
        names += covered[index] / Double(question.nameTerms.count)
        missingName = max(missingName, lack)
      } else {
        missing = max(missing, lack)
      }
    }
    if question.nameTerms.isEmpty { names = 1 }
  }
}

extension SentenceMatch {
  /// The words that answer by their kind: the sure ones, else the possible ones; the nearest first.
  var answerWords: [AnswerWordsRange] {
    guard AnswerWords.labels[question.kind] != nil else { return [] }
    let ties = AnswerTies(self).strengths
    let isAnySure = candidates.contains(where: \.isSure)
    let shared = self.shared
    func distance(_ candidate: Candidate) -> Int {
      shared.reduce(0) { $0 + abs($1 - candidate.words.lowerBound) }
    }
    let chosen = zip(candidates, ties).enumerated()
      .filter { $0.element.0.isSure || $0.element.1 > 0 || !isAnySure }
      .sorted { a, b in
        if a.element.1 != b.element.1 { return a.element.1 > b.element.1 }
        let (near, far) = (distance(a.element.0), distance(b.element.0))
        return near != far ? near < far : a.offset < b.offset
      }
    return chosen.prefix(3).map { _, found in
      let (candidate, tie) = found
      let first = sentence.words[candidate.words.lowerBound].range
      let last = sentence.words[candidate.words.upperBound - 1].range
      return AnswerWordsRange(
        range: first.union(last), spelling: candidate.spelling, isTied: tie > 0)
    }
  }
}
