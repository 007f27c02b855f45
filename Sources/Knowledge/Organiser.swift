import NewsModel

/// Finds what holds across articles: same origin, same story, same topic, same entity.
///
/// A pure function: the same articles give the same result in any order of arrival.
public struct Organiser: Sendable {
  /// Creates an organiser.
  public init() {}

  /// Organises the current versions of a library's articles.
  /// - Complexity: near linear in the number of articles.
  public func organise(_ articles: [AnalysedArticle]) -> Organisation {
    let ordered = AnalysedArticle.inOrder(articles)
    let features = ordered.map { ArticleFeatures($0) }
    let copies = OriginGrouping(features).groups
    let origins = copies.map { Self.origin($0, ordered) }
    let stories = StoryBuilder(ordered, features, copies).stories
    let registry = EntityRegistry(ordered)
    return Organisation(
      origins: origins, stories: stories, topics: TopicBuilder(ordered).topics(stories),
      entities: registry.entities, profiles: registry.profiles)
  }

  private static func origin(_ group: [Int], _ articles: [AnalysedArticle]) -> Origin {
    let members = group.map { articles[$0].article }
    let first = members.first?.id.rawValue ?? ""
    return Origin(
      id: OriginID(first), articles: members.map(\.id), source: members.first?.outlet)
  }
}
