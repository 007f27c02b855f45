import Knowledge
public import NewsModel
import Primitives
import Storage

extension Library {
  /// The programmes that a topic's articles tell of, each with its stages over time.
  public func programmes(of topic: Topic) throws -> [ProgrammeView] {
    try programmes(in: store.filed(topic.articles))
  }

  /// The programmes of the whole library.
  public func programmes() throws -> [ProgrammeView] {
    try programmes(in: store.filed(store.articleIDs()))
  }

  func programmes(in articles: [FiledArticle]) throws -> [ProgrammeView] {
    let evidence = CitedArticles(articles)
    return try ProgrammeBuilder().histories(in: articles).compactMap { history in
      guard let profile = try store.entity(history.entity) else { return nil }
      let steps = history.steps.compactMap { step -> ProgrammeView.Step? in
        let cited = step.reports.flatMap(\.evidence).compactMap(evidence.citation)
        return NonEmpty(cited).map { ProgrammeView.Step(step: step, evidence: $0) }
      }
      let parties = try history.parties.compactMap { try store.entity($0) }
      let latest = history.current.reports.elements.last
      return NonEmpty(steps).map {
        ProgrammeView(
          history: history, profile: profile, parties: parties, steps: $0,
          stickingPoints: latest?.stickingPoints.compactMap(evidence.citation) ?? [],
          nextSteps: latest?.nextSteps.compactMap(evidence.citation) ?? [])
      }
    }
  }
}
