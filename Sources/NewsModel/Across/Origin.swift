/// A text from which copies were made; an article that nobody copied is an origin of its own.
public struct Origin: Hashable, Sendable, Codable {
  /// Its name: derived from the earliest article.
  public let id: OriginID
  /// The articles that share it, earliest first.
  public let articles: [ArticleID]
  /// Who wrote it, when a credit line or agency name tells.
  public let source: String?

  /// Creates an origin.
  public init(id: OriginID, articles: [ArticleID], source: String?) {
    self.id = id
    self.articles = articles
    self.source = source
  }
}
