import Primitives

/// One immutable version of an article; a correction is a new version of the same article.
public struct ArticleVersion: Hashable, Sendable {
  /// The digest of the article as published; not of the path, the links to others and `extra`.
  public let id: VersionID
  /// Which version of the article it is, from 1.
  public let ordinal: Int
  /// What was published.
  public let article: Article

  /// Creates the version that `article` is; the id follows from its content.
  public init(_ article: Article, ordinal: Int) throws {
    self.init(id: try Self.id(of: article), ordinal: ordinal, article: article)
  }

  /// Creates a version that was stored; `verify` compares the id with the content.
  public init(id: VersionID, ordinal: Int, article: Article) {
    self.id = id
    self.ordinal = ordinal
    self.article = article
  }

  /// The id that an article's content asks for: 32 hexadecimal digits of its SHA-256.
  ///
  /// The path is left out, so that the same article found in two folders is one version; so are the
  /// links to other articles and what the source said besides (`extra`), which change from look to
  /// look. The address counts in its normalised form.
  public static func id(of article: Article) throws -> VersionID {
    var content = article
    content.file = nil
    content.url = content.url.map { ArticleAddress.key($0) }
    content.links = []
    content.extra = nil
    return VersionID(Digest(of: try CanonicalJSON.encode(content)).short(32))
  }
}
