public import Primitives

/// One item as published: what `read` writes and what `analyse` and `ingest` take.
///
/// Only `text` is required in JSON; the rest may be missing. An `id` that came with the input is kept.
/// Paragraphs of the text are separated by line feeds.
public struct Article: Hashable, Sendable {
  /// The name of the article: given, or derived from its address, its head or its text.
  public var id: ArticleID
  /// The path that it was read from.
  public var file: String?
  /// The canonical address.
  public var url: String?
  /// Who published it: a paper, an agency, a ministry's press page.
  public var outlet: String?
  /// The headline.
  public var title: String?
  /// The standfirst: the summary under the headline.
  public var standfirst: String?
  /// The authors, one name each.
  public var byline: [String]
  /// The section or column of the outlet.
  public var section: String?
  /// When it was published.
  public var published: CivilTime?
  /// When it was last changed, by its own account.
  public var modified: CivilTime?
  /// The language as a BCP 47 tag.
  public var language: String?
  /// The body, paragraphs separated by line feeds.
  public var text: String
  /// Lines such as "Additional reporting by Reuters".
  public var credits: [String]
  /// The copyright line.
  public var rights: String?
  /// Other articles that the page points to ("More from this section").
  public var links: [ArticleLink]
  /// What the source said besides, under the source's own names: an object, or nil.
  ///
  /// It is kept and handed on, but makes no version: comment counts and the like change at every look.
  public var extra: JSONValue?
  /// Two spans of the text that somebody asks about; no part of what was published.
  public var asked: AskedPair?

  /// Creates an article; a missing `id` is derived.
  public init(
    id: ArticleID? = nil, file: String? = nil, url: String? = nil, outlet: String? = nil,
    title: String? = nil, standfirst: String? = nil, byline: [String] = [],
    section: String? = nil, published: CivilTime? = nil, modified: CivilTime? = nil,
    language: String? = nil, text: String, credits: [String] = [], rights: String? = nil,
    links: [ArticleLink] = [], extra: JSONValue? = nil
  ) {
    self.id = id ?? Self.derivedID(url: url, outlet: outlet, title: title, file: file, text: text)
    self.file = file
    self.url = url
    self.outlet = outlet
    self.title = title
    self.standfirst = standfirst
    self.byline = byline
    self.section = section
    self.published = published
    self.modified = modified
    self.language = language
    self.text = text
    self.credits = credits
    self.rights = rights
    self.links = links
    self.extra = extra
  }

  /// Gives the article the address that it was found at; an id that was derived follows.
  public mutating func locate(at address: String) {
    let isDerived =
      id == Self.derivedID(url: url, outlet: outlet, title: title, file: file, text: text)
    url = address
    guard isDerived else { return }
    id = Self.derivedID(url: url, outlet: outlet, title: title, file: file, text: text)
  }

  /// The id of an article that brought none.
  ///
  /// The address decides, in its normalised form; without one, outlet and headline; without those, the
  /// text. So a corrected text at the same address is a new version of the same article.
  static func derivedID(
    url: String?, outlet: String?, title: String?, file: String?, text: String
  ) -> ArticleID {
    if let url { return ArticleID(Digest(fields: ["url", ArticleAddress.key(url)]).short()) }
    if let title, let place = outlet ?? file {
      return ArticleID(Digest(fields: ["head", place, title]).short())
    }
    return ArticleID(Digest(fields: ["text", text]).short())
  }
}

/// A link from an article page to another article.
public struct ArticleLink: Hashable, Sendable, Codable {
  /// The address.
  public var url: String
  /// The words of the link.
  public var title: String
  /// Where it stood: "more from this section", "related", or nil for a link in the text.
  public var rel: String?

  /// Creates a link.
  public init(url: String, title: String, rel: String? = nil) {
    self.url = url
    self.title = title
    self.rel = rel
  }
}
