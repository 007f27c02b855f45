import Answering
import Composition
import NewsModel
import Primitives
import Storage

/// Answers questions about what is known over time from positions, programmes, claims and events, not from single sentences.
///
/// Where these hold nothing it gives no answer, and the question is answered like any other.
struct StructuredAnswerer {
  /// A sentence that answers with those of other origins that say the same.
  struct Shown {
    let passages: NonEmpty<Citation>
  }

  /// What was found: the sentences, the first ones first, and yes or no where it was asked whether.
  struct Found {
    var shown: [Shown] = []
    var verdict: Bool?
  }

  private static let most = 5
  let library: Library

  /// The answer; nil for a question of another form, or when nothing is known.
  func answer(_ text: String) throws -> Answer? {
    guard let form = QuestionForm(text) else { return nil }
    let found: Found? =
      switch form.kind {
      case .changedSide: try changedSide(form)
      case .stands: try stands(form)
      case .against: try holders(form, .against)
      case .for: try holders(form, .for)
      case .whyAgainst: try reasons(form, .against)
      case .whyFor: try reasons(form, .for)
      case .changes: try changes(form)
      case .next: try next(form)
      case .stage: try stage(form)
      case .disputed: try disputed(form)
      }
    guard let found, !found.shown.isEmpty else { return nil }
    let findings = try findings(found.shown.prefix(Self.most))
    guard !findings.isEmpty else { return nil }
    return Answer(
      question: text, kind: form.kind.rawValue, findings: findings, verdict: found.verdict,
      searched: try library.store.articleCount(), nearest: [])
  }

  // MARK: - Positions

  private func changedSide(_ form: QuestionForm) throws -> Found? {
    guard let holder = try form.subject.flatMap(library.entity(called:)) else { return nil }
    let target = try form.object.flatMap(library.entity(called:))
    guard form.object == nil || target != nil else { return nil }
    let views = try library.positions(
      Library.PositionQuery(holder: holder.id, target: target?.id))
    let changed = views.flatMap { view in view.position.reversals.map { (view, $0) } }
    if !changed.isEmpty {
      let shown = changed.flatMap { view, reversal in
        [reversal.after, reversal.before].compactMap { stance in
          view.stances.first { $0.stance == stance }.map(\.sentence)
        }
      }
      return Found(shown: shown.map { Shown(passages: NonEmpty($0)) }, verdict: true)
    }
    // One stance cannot have changed; to say "no" takes two days on which the side was the same.
    guard let view = views.first(where: { Self.days($0) > 1 }) else { return nil }
    let ends = [view.newest.sentence, view.stances.first.sentence]
    return Found(shown: ends.map { Shown(passages: NonEmpty($0)) }, verdict: false)
  }

  private static func days(_ view: PositionView) -> Int {
    Set(view.stances.filter { $0.stance.polarity != .neutral }.compactMap(\.stance.day)).count
  }

  private func stands(_ form: QuestionForm) throws -> Found? {
    guard let holder = try form.subject.flatMap(library.entity(called:)),
      let target = try form.object.flatMap(library.entity(called:))
    else { return nil }
    let views = try library.positions(
      Library.PositionQuery(holder: holder.id, target: target.id))
    return views.first.map { view in
      var sentences = [view.newest.sentence]
      for dated in view.stances.reversed() where !sentences.contains(dated.sentence) {
        sentences.append(dated.sentence)
      }
      return Found(shown: sentences.map { Shown(passages: NonEmpty($0)) })
    }
  }

  private func holders(_ form: QuestionForm, _ polarity: Polarity) throws -> Found? {
    guard let target = try form.object.flatMap(library.entity(called:)) else { return nil }
    let views = try library.positions(Library.PositionQuery(target: target.id))
      .filter { $0.newest.stance.polarity == polarity }
    return Found(shown: Self.joined(views.map(\.newest.sentence)))
  }

  /// The sentences that show the side and give a reason for it, the newest first.
  private func reasons(_ form: QuestionForm, _ polarity: Polarity) throws -> Found? {
    guard let holder = try form.subject.flatMap(library.entity(called:)),
      let target = try form.object.flatMap(library.entity(called:))
    else { return nil }
    let views = try library.positions(Library.PositionQuery(holder: holder.id, target: target.id))
    let sentences = views.flatMap { $0.stances.reversed() }
      .filter { $0.stance.polarity == polarity && AnswerComposer.givesReason($0.sentence.exact) }
      .map(\.sentence)
    return Found(shown: Self.joined(sentences))
  }

  /// The same words of several origins are one answer.
  private static func joined(_ sentences: [Citation]) -> [Shown] {
    var groups: [[Citation]] = []
    for sentence in sentences {
      if let place = groups.firstIndex(where: { $0[0].exact == sentence.exact }) {
        if !groups[place].contains(where: { $0.origin == sentence.origin }) {
          groups[place].append(sentence)
        }
      } else {
        groups.append([sentence])
      }
    }
    return groups.compactMap { NonEmpty($0).map { Shown(passages: $0) } }
  }

  // MARK: - Topics

  private func topic(_ words: String?) throws -> TopicFinder.Found? {
    try TopicFinder(library: library).topic(words)
  }

  private func changes(_ form: QuestionForm) throws -> Found? {
    guard let words = form.object, let day = DayOfQuestion(now: try library.now()).day(words),
      let found = try topic(form.subject)
    else { return nil }
    let changes = try library.changes(in: found.topic, since: day)
    var sentences = changes.reversals.map(\.newest.sentence)
    sentences += changes.stages.map { ($0.steps.rest.last ?? $0.steps.first).evidence.first }
    sentences += changes.claims.flatMap { view in view.answers.map(\.reports.first.sentence) }
    sentences += try changes.happenings.compactMap { try $0.report.map(library.sentence(of:)) }
    sentences += try library.timeline(of: found.topic).reversed().filter { day <= $0.entry.day }
      .flatMap(\.citations).filter { $0.published.map { day <= $0.date } ?? false }
    return Found(shown: Self.joined(sentences.filter(found.admits)))
  }

  private func next(_ form: QuestionForm) throws -> Found? {
    guard let found = try topic(form.subject) else { return nil }
    let ahead = try library.followedEvents(of: found.topic).filter { view in
      view.event.outcome == .ahead
    }
    var sentences = try ahead.map { try library.sentence(of: $0.announcement) }
    sentences += try library.programmes(of: found.topic).flatMap(\.nextSteps)
    return Found(shown: Self.joined(sentences.filter(found.admits)))
  }

  private func stage(_ form: QuestionForm) throws -> Found? {
    guard let words = form.subject else { return nil }
    guard let entity = try library.entity(called: words) else { return nil }
    let articles = try library.store.filed(library.store.articles(mentioning: entity.id))
    let programme = try library.programmes(in: articles).first { $0.profile.id == entity.id }
    return programme.map { view in
      let steps = view.steps.elements.reversed()
      return Found(shown: Self.joined(steps.map { Self.newest($0.evidence) }))
    }
  }

  /// What the latest report says first: there the stage is told, further on it is gone back to.
  private static func newest(_ evidence: NonEmpty<Citation>) -> Citation {
    let last = evidence.elements.last ?? evidence.first
    return evidence.elements.first { $0.passage.version == last.passage.version } ?? last
  }

  private func disputed(_ form: QuestionForm) throws -> Found? {
    guard let found = try topic(form.subject) else { return nil }
    let claims = try library.contestedClaims(of: found.topic).filter { view in
      view.claim.relation == .contested
        && view.answers.contains { answer in
          answer.reports.contains { found.articles.contains($0.sentence.article) }
        }
    }
    let agreement: Bool? = claims.isEmpty ? nil : false
    return Found(
      shown: claims.flatMap { view in view.answers.map { Shown(passages: Self.sources($0)) } },
      verdict: agreement)
  }

  /// One sentence of each origin that gives an answer.
  private static func sources(_ answer: ContestedClaimView.Answer) -> NonEmpty<Citation> {
    var origins: Set<OriginID> = [answer.reports.first.sentence.origin]
    let others = answer.reports.rest.map(\.sentence).filter { origins.insert($0.origin).inserted }
    return NonEmpty(answer.reports.first.sentence, others)
  }

  // MARK: - Sentences

  private func findings(_ shown: some Sequence<Shown>) throws -> [Answer.Finding] {
    let all = Array(shown)
    let articles = try library.store.filed(
      Set(all.flatMap { $0.passages.map(\.article) }).sorted())
    var profiles: [EntityID: EntityProfile] = [:]
    for entity in articles.flatMap(\.entities) where profiles[entity] == nil {
      profiles[entity] = try library.store.entity(entity)
    }
    let composer = AnswerComposer(articles: articles, profiles: profiles)
    return all.compactMap { item in
      let first = item.passages.first
      guard let filed = articles.first(where: { $0.version.id == first.passage.version }),
        let text = composer.cited(
          first.passage.range, of: filed, corroborating: item.passages.rest)
      else { return nil }
      return Answer.Finding(text: text, marks: [], confidence: 1)
    }
  }
}
