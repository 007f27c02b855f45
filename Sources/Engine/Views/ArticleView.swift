public import NewsModel
public import Primitives

/// An article in a list.
public struct ArticleSummary: Sendable, Hashable, Codable {
  /// Its name.
  public let id: ArticleID
  /// The headline.
  public let title: String
  /// Who published it.
  public let outlet: String
  /// When.
  public let published: CivilTime?
  /// In which section.
  public let section: String?
  /// Whether it shares its origin with an earlier article.
  public let isCopy: Bool

  /// Summarises a filed article.
  public init(_ filed: FiledArticle) {
    let article = filed.version.article
    id = article.id
    title = article.title ?? "Untitled article"
    outlet = article.outlet ?? "Unnamed outlet"
    published = article.published
    section = article.section
    isCopy = filed.isCopy
  }
}

/// All that an article's page shows.
public struct ArticleView: Sendable {
  /// The version shown.
  public let filed: FiledArticle
  /// The ordinals of all versions, earliest first.
  public let ordinals: [Int]
  /// The text that it was made from.
  public let origin: Origin
  /// Other articles made from the same text, earliest first.
  public let sameOrigin: [ArticleSummary]
  /// Other articles on the same story, then of the same topic; copies left out.
  public let related: [ArticleSummary]
  /// Other articles of the same outlet and section, latest first.
  public let sameSection: [ArticleSummary]
  /// The topics that it belongs to, biggest first.
  public let topics: [Topic]
  /// The library's entities that it mentions.
  public let profiles: [EntityID: EntityProfile]
}
