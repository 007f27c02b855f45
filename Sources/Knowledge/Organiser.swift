public import NewsModel

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
    let vectors = TermVectors(features)
    let copies = OriginGrouping(features) { ordered[$0].article.text }.groups
    let originBuilder = OriginBuilder(ordered)
    let stories = StoryBuilder(ordered, features, vectors, copies: copies).stories()
    var storyOfArticle = [Int](repeating: 0, count: ordered.count)
    for (number, story) in stories.enumerated() {
      for member in story.members { storyOfArticle[member] = number }
    }
    let registry = EntityRegistry(
      ordered, stories: storyOfArticle, copies: Set(copies.flatMap { $0.dropFirst() }))
    return Organisation(
      origins: copies.map { originBuilder.origin($0) }, stories: stories.map(\.story),
      topics: TopicBuilder(ordered, features, vectors).topics(stories),
      entities: registry.entities, profiles: registry.profiles)
  }
}
