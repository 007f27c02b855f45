public import Primitives

/// Articles on one happening.
public struct Story: Hashable, Sendable, Codable {
  /// Its name in the library.
  public let id: StoryID
  /// The headline of its most central article.
  public let headline: String
  /// Its articles, earliest first.
  public let articles: [ArticleID]
  /// The first day of coverage, when any article is dated.
  public let firstDay: CivilTime?
  /// The last day of coverage, when any article is dated.
  public let lastDay: CivilTime?

  /// Creates a story.
  public init(
    id: StoryID, headline: String, articles: [ArticleID], firstDay: CivilTime?,
    lastDay: CivilTime?
  ) {
    self.id = id
    self.headline = headline
    self.articles = articles
    self.firstDay = firstDay
    self.lastDay = lastDay
  }
}
