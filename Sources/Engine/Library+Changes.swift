import Knowledge
public import NewsModel
public import Primitives
import Storage

extension Library {
  /// What has changed in a topic since a day: published on it or later.
  ///
  /// Undated articles are in neither part: nobody knows when they came.
  public func changes(in topic: Topic, since day: CivilDate) throws -> TopicChanges {
    let articles = try store.filed(topic.articles)
    let evidence = CitedArticles(articles)
    let fresh = articles.filter { isNew($0, since: day) }
    let isNewTopic = fresh.count == articles.count(where: { $0.version.article.published != nil })
    return TopicChanges(
      topic: topic, since: day, articles: fresh.map { ArticleSummary($0) },
      originCount: Set(fresh.map(\.origin)).count,
      isNewTopic: isNewTopic, newVoices: isNewTopic ? [] : try newVoices(articles, since: day),
      reversals: try positions(PositionQuery(topic: topic)).filter { view in
        view.position.reversals.contains { isNew($0.after.day, since: day) }
      },
      stages: try programmes(in: articles).filter { view in
        view.steps.rest.contains { isNew($0.step.since, since: day) }
      },
      claims: try contestedClaims(of: topic).filter { view in
        view.answers.contains { answer in
          answer.reports.contains { isNew($0.sentence.published?.date, since: day) }
        }
      },
      happenings: try happenings(articles, evidence, since: day),
      corrections: try corrections(topic, since: day), searched: articles.count)
  }

  /// What has changed in each topic that has a new article or a new correction, biggest topic first.
  public func changes(since day: CivilDate) throws -> [TopicChanges] {
    try topics().compactMap { topic in
      let changes = try changes(in: topic, since: day)
      return changes.isEmpty ? nil : changes
    }
  }

  private func isNew(_ filed: FiledArticle, since day: CivilDate) -> Bool {
    isNew(filed.version.article.published?.date, since: day)
  }

  private func isNew(_ date: CivilDate?, since day: CivilDate) -> Bool {
    date.map { day <= $0 } ?? false
  }

  private func newVoices(
    _ articles: [FiledArticle], since day: CivilDate
  ) throws -> [TopicChanges.NewVoice] {
    var known: Set<EntityID> = []
    for filed in articles where !isNew(filed, since: day) {
      known.formUnion(filed.analysis.statements.compactMap { $0.speaker.map { filed.entity($0) } })
    }
    var voices: [TopicChanges.NewVoice] = []
    for filed in articles where isNew(filed, since: day) && !filed.isCopy {
      for statement in filed.analysis.statements {
        guard let speaker = statement.speaker.map({ filed.entity($0) }),
          known.insert(speaker).inserted, let profile = try store.entity(speaker),
          let view = StatementView(statement, in: filed, speaker: profile)
        else { continue }
        voices.append(TopicChanges.NewVoice(speaker: profile, sentence: view.sentence))
      }
    }
    return voices
  }

  private func happenings(
    _ articles: [FiledArticle], _ evidence: CitedArticles, since day: CivilDate
  ) throws -> [FollowedEventView] {
    EventFollower().follow(articles).compactMap { event in
      guard let announcement = evidence.citation(event.announcement) else { return nil }
      let report = event.report.flatMap(evidence.citation)
      let isNew =
        isNew(announcement.published?.date, since: day)
        || isNew(report?.published?.date, since: day)
      return isNew
        ? FollowedEventView(event: event, announcement: announcement, report: report) : nil
    }
  }

  private func corrections(
    _ topic: Topic, since day: CivilDate
  ) throws -> [TopicChanges.CorrectedSentence] {
    try topic.articles.flatMap { article in
      try store.superseded(article).flatMap { old in
        old.corrections.filter { isNew($0.on?.date, since: day) }.compactMap { correction in
          Citation(correction.sentence, of: old).map {
            TopicChanges.CorrectedSentence(sentence: $0)
          }
        }
      }
    }
  }
}
