public import NewsModel
public import Primitives

/// An article that a dossier rests on, as the list of sources shows it.
public struct DossierSource: Hashable, Sendable, Codable {
  /// The article.
  public let article: ArticleID
  /// The headline.
  public let title: String
  /// Who published it.
  public let outlet: String
  /// When it was published.
  public let published: CivilTime?
  /// The authors.
  public let byline: [String]
  /// Lines such as "Additional reporting by ...".
  public let credits: [String]
  /// The copyright line.
  public let rights: String?
  /// The text from which it was made.
  public let origin: OriginID
  /// Who wrote that text, when it is known.
  public let originSource: String?
  /// Whether it is a copy of an earlier article.
  public let isCopy: Bool
  /// Which version this is; above 1 the article was changed after publication.
  public let ordinal: Int

  /// Describes a filed article as a source.
  public init(_ filed: FiledArticle, origin: Origin?) {
    let article = filed.version.article
    self.article = article.id
    title = article.title ?? "Untitled article"
    outlet = article.outlet ?? "Unnamed outlet"
    published = article.published
    byline = article.byline
    credits = article.credits
    rights = article.rights
    self.origin = filed.origin
    originSource = origin?.source
    isCopy = filed.isCopy
    ordinal = filed.version.ordinal
  }
}
