import Composition
import NewsModel
import Primitives

/// One file of the site.
public struct SitePage: Sendable {
  /// Its path from the root of the site.
  public let path: String
  /// Its media type.
  public let contentType: String
  /// Its bytes.
  public let body: [UInt8]
  /// What an export writes down about it, so that it can be checked without the library.
  let evidence: PageEvidence

  init(path: String, contentType: String, body: [UInt8], evidence: PageEvidence = PageEvidence()) {
    self.path = path
    self.contentType = contentType
    self.body = body
    self.evidence = evidence
  }

  static func html(_ path: String, _ markup: HTML, _ evidence: PageEvidence) -> SitePage {
    SitePage(
      path: path, contentType: "text/html; charset=utf-8", body: Array(markup.markup.utf8),
      evidence: evidence)
  }
}

/// What a page shows of the articles.
struct PageEvidence: Sendable {
  /// The cited texts, in order of appearance.
  var texts: [CitedText] = []
  /// The article version whose whole text the page shows, with the sentences that have an element of their own.
  var article: ShownArticle?
}

/// An article's text as a page shows it.
struct ShownArticle: Hashable, Sendable, Codable {
  let version: VersionID
  let sentences: [ByteRange]
}
