public import NewsModel
import Primitives

/// Compiles a dossier from a topic's evidence.
///
/// A pure function: the same evidence gives the same dossier. Sentences are the sources' own; a sentence
/// that cannot be made to stand alone is not used.
public struct DossierComposer: Sendable {
  /// Creates a composer.
  public init() {}

  /// Compiles everything shown about a topic.
  public func compose(_ evidence: TopicEvidence) -> Dossier {
    let material = Material(evidence)
    let findings = Findings(material)
    let questions = QuestionComposer(material: material, findings: findings).compose()
    return Dossier(
      topic: evidence.topic.id, name: evidence.topic.name, clock: evidence.now,
      explainer: explainer(material, findings), questions: questions.answered,
      unansweredQuestions: questions.unanswered,
      tables: AnalysisComposer(material: material, findings: findings).compose(),
      graphics: graphics(material, findings),
      comingEvents: NextComposer(material: material, chronology: findings.chronology).events(),
      sources: sources(evidence),
      articlesOfTopic: evidence.isSelection ? evidence.topic.articles.count : nil)
  }

  /// The sentences of a topic that could be shown alone, with what they are judged by, for learning to judge them.
  public func candidates(_ evidence: TopicEvidence) -> [SentenceCandidate] {
    Material(evidence).candidates
  }

  /// The sections in reading order.
  ///
  /// They are filled in another order: what only one section can use is given to it first.
  private func explainer(_ material: Material, _ findings: Findings) -> [ExplainerSection] {
    var used = UsedSentences()
    let inShort = InShortComposer(material: material).compose(&used)
    let disputed = DisputedComposer(material: material, findings: findings).compose(&used)
    let next = NextComposer(material: material, chronology: findings.chronology).compose(&used)
    let notKnown = NotKnownComposer(material: material).compose(&used)
    let whatIsIt = WhatIsItComposer(material: material, prominence: findings.prominence)
      .compose(&used)
    let why = WhyComposer(
      material: material, prominence: findings.prominence, stances: findings.stances
    ).compose(&used)
    let sides = EachSideComposer(
      material: material, speakers: findings.speakers, prominence: findings.prominence
    ).compose(&used)
    let who = WhoIsInvolvedComposer(material: material, prominence: findings.prominence)
      .compose(&used)
    let history = HistoryComposer(material: material, chronology: findings.chronology)
      .compose(&used)
    let followed = FollowedComposer(material: material).compose()
    let corrected = CorrectedComposer(material: material).compose()
    return [
      inShort, whatIsIt, why, who, sides, disputed, notKnown, history, next, followed, corrected,
    ].compactMap(\.self)
  }

  private func graphics(_ material: Material, _ findings: Findings) -> [Graphic] {
    [
      TimelineGraphic(material: material, chronology: findings.chronology).compose(),
      PositionsGraphic(
        material: material, grid: StanceGrid(material, stances: findings.stances)
      ).compose(),
      MapGraphic(material: material, stances: findings.stances).compose(),
      RelationsGraphic(
        material: material, relations: Relations(material, stances: findings.stances)
      ).compose(),
      QuotedGraphic(material: material, speakers: findings.speakers).compose(),
      CoverageGraphic(material: material).compose(),
    ].compactMap(\.self)
  }

  /// Every article, latest first, then by outlet and id.
  private func sources(_ evidence: TopicEvidence) -> [DossierSource] {
    evidence.articles.map { DossierSource($0, origin: evidence.origins[$0.origin]) }
      .sorted { a, b in
        if a.published != b.published {
          guard let left = a.published else { return false }
          guard let right = b.published else { return true }
          return left > right
        }
        return (a.outlet, a.article) < (b.outlet, b.article)
      }
  }
}

/// What several composers look up, worked out once.
struct Findings {
  let prominence: Prominence
  let speakers: Speakers
  let chronology: Chronology
  let stances: StanceIndex
  let contested: ContestedClaims

  init(_ material: Material) {
    prominence = Prominence(material)
    speakers = Speakers(material)
    chronology = Chronology(material)
    stances = StanceIndex(material)
    contested = ContestedClaims(material)
  }
}
