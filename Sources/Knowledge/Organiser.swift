import NewsModel

/// Finds what holds across articles: same origin, same story, same topic, same entity.
///
/// A pure function: the same articles give the same result in any order of arrival.
public struct Organiser: Sendable {
  /// Creates an organiser.
  public init() {}

  /// Organises the current versions of a library's articles.
  public func organise(_ articles: [AnalysedArticle]) -> Organisation {
    let ordered = AnalysedArticle.inOrder(articles)
    let origins = ordered.map { article in
      Origin(
        id: OriginID(article.article.id.rawValue), articles: [article.article.id],
        source: article.article.outlet)
    }
    let features = ordered.map { ArticleFeatures($0) }
    let groups = StoryGrouping(features).groups
    let stories = groups.map { Self.story($0, ordered) }
    let registry = EntityRegistry(ordered)
    return Organisation(
      origins: origins, stories: stories, topics: TopicBuilder(ordered).topics(stories),
      entities: registry.entities, profiles: registry.profiles)
  }

  private static func story(_ group: [Int], _ articles: [AnalysedArticle]) -> Story {
    let members = group.map { articles[$0].article }
    let days = members.compactMap(\.published).sorted()
    let first = members.first?.id.rawValue ?? ""
    return Story(
      id: StoryID(first), headline: members.lazy.compactMap(\.title).first ?? "Untitled article",
      articles: members.map(\.id), firstDay: days.first, lastDay: days.last)
  }
}
