public import NewsModel

/// Finds what holds across articles: same origin, same story, same topic, same entity.
///
/// A pure function: the same articles give the same result in any order of arrival. It is what filing the articles one at
/// a time (`Filer`) comes to, and what `verify` compares a library with.
public struct Organiser: Sendable {
  /// Creates an organiser.
  public init() {}

  /// Organises the current versions of a library's articles.
  /// - Complexity: near linear in the number of articles.
  public func organise(_ articles: [AnalysedArticle]) throws -> Organisation {
    let ordered = AnalysedArticle.inOrder(articles)
    return try organise(count: ordered.count) {
      ordered[$0].article
    } names: {
      ordered.map { ArticleNames($0.version, $0.analysis) }
    }
  }

  /// Organises `count` articles, earliest first, one version of each.
  ///
  /// `article` gives the article at a place whenever it is needed, so that the texts need not be in memory. `names` gives the names of all,
  /// earliest first: once, when what the groups were made from is in memory no more.
  /// - Complexity: near linear in the number of articles.
  package func organise(
    count: Int, article: @escaping (Int) throws -> Article?, names: () throws -> [ArticleNames]
  ) throws -> Organisation {
    let changes = try Self.groups(count, article)
    var storyOfArticle = [Int](repeating: 0, count: count)
    for story in changes.stories {
      for member in story.members { storyOfArticle[member] = story.leader }
    }
    let registry = EntityRegistry(
      try names(), stories: storyOfArticle,
      copies: Set(changes.origins.flatMap { $0.members.dropFirst() }))
    return Organisation(
      origins: changes.origins.map(\.origin), stories: changes.stories.map(\.story),
      topics: Self.addressed(changes.topics).sorted(by: Topic.isBigger),
      entities: registry.entities, profiles: registry.profiles)
  }

  /// The origins, stories and topics of articles.
  private static func groups(
    _ count: Int, _ article: @escaping (Int) throws -> Article?
  ) throws -> FilingChanges {
    let places = 0..<count
    var filer = Filer(MemoryShelf { places.contains($0) ? try article($0) : nil })
    for place in places {
      if let known = try article(place) { try filer.add(place, known) }
    }
    return try filer.finish()
  }

  /// The topics with their addresses: of several with one slug, the earliest has the plain one.
  private static func addressed(_ topics: [FiledTopic]) -> [Topic] {
    var places: [String: Int] = [:]
    return topics.sorted { $0.order < $1.order }.map { topic in
      let slug = topic.slug
      defer { places[slug, default: 0] += 1 }
      return topic.topic(FiledTopic.id(slug: slug, place: places[slug] ?? 0))
    }
  }
}
