import NewsModel
import Primitives

/// Builds the topics of a library from its stories.
struct TopicBuilder {
  private let articles: [AnalysedArticle]
  private let features: [ArticleFeatures]
  private let vectors: TermVectors

  /// Knows the articles, in order of publication.
  init(
    _ articles: [AnalysedArticle], _ features: [ArticleFeatures], _ vectors: TermVectors
  ) {
    self.articles = articles
    self.features = features
    self.vectors = vectors
  }

  private struct Draft {
    let name: String
    let stories: [StoryID]
    let articles: [ArticleID]
    let trend: Trend
    let lastDay: CivilTime?
  }

  /// The topics of the stories, biggest first.
  func topics(_ stories: [GroupedStory]) -> [Topic] {
    let namer = TopicNamer(articles, features, vectors)
    let drafts = TopicGrouping.groups(stories, features, vectors)
      .map { draft($0.map { stories[$0] }, namer) }
      .sorted(by: Self.isBigger)
    var taken: Set<String> = []
    return drafts.map { draft in
      Topic(
        id: TopicID(Slug.unique(draft.name, &taken)), name: draft.name, stories: draft.stories,
        articles: draft.articles, trend: draft.trend)
    }
  }

  private func draft(_ stories: [GroupedStory], _ namer: TopicNamer) -> Draft {
    let members = stories.flatMap(\.members).sorted().map { articles[$0].article }
    let originals = stories.flatMap(\.originals).sorted().map { articles[$0].article }
    return Draft(
      name: namer.name(of: stories), stories: Self.latestFirst(stories.map(\.story)),
      articles: members.map(\.id),
      trend: TrendBuilder.trend(members, originals: originals),
      lastDay: members.compactMap(\.published).max())
  }

  private static func latestFirst(_ stories: [Story]) -> [StoryID] {
    let sorted = stories.sorted { a, b in
      switch (a.lastDay, b.lastDay) {
      case (let mine?, let theirs?) where mine != theirs: mine > theirs
      case (nil, _?): false
      case (_?, nil): true
      default: a.id < b.id
      }
    }
    return sorted.map(\.id)
  }

  /// Whether a topic comes before another: by origins, outlets, latest day, then its first article.
  private static func isBigger(_ a: Draft, _ b: Draft) -> Bool {
    if a.trend.origins != b.trend.origins { return a.trend.origins > b.trend.origins }
    if a.trend.outlets != b.trend.outlets { return a.trend.outlets > b.trend.outlets }
    switch (a.lastDay, b.lastDay) {
    case (let mine?, let theirs?) where mine != theirs: return mine > theirs
    case (nil, _?): return false
    case (_?, nil): return true
    default: return (a.name, a.articles[0]) < (b.name, b.articles[0])
    }
  }
}
