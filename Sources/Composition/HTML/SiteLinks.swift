public import NewsModel
import Primitives

/// Addresses of the site's pages, relative to the page that holds the link.
///
/// The server and the exported site use the same addresses, so a page has the same bytes in both, and an
/// exported site works from any sub-path and from disk.
public struct SiteLinks: Sendable {
  /// How to get from the page to the site's root: empty, `../`, ...
  public let root: String
  private let hasPage: @Sendable (EntityID) -> Bool

  /// Links for a page that lies so many folders below the root; `hasPage` tells which entities have a page, all if it is left out.
  public init(depth: Int, hasPage: @escaping @Sendable (EntityID) -> Bool = { _ in true }) {
    root = String(repeating: "../", count: depth)
    self.hasPage = hasPage
  }

  /// The address of a file of the site given by its path from the root.
  public func file(_ path: String) -> String { root + path }

  /// The dossier of a topic.
  public func topic(_ id: TopicID) -> String { root + Self.path(topic: id) }
  /// The page of an entity; nil when it has none.
  public func entity(_ id: EntityID) -> String? {
    hasPage(id) ? root + Self.path(entity: id) : nil
  }
  /// An entity's name, as a link to its page when it has one; `style` is the class of the element.
  public func named(_ name: String, _ id: EntityID, style: HTML? = nil) -> HTML {
    let style: HTML? = style.map { " class=\"\($0)\"" }
    if let page = entity(id) { return "<a\(style) href=\"\(page)\">\(name)</a>" }
    return style == nil ? HTML(text: name) : "<span\(style)>\(name)</span>"
  }
  /// The page of a table or drawing of a topic's dossier.
  public func figure(_ figure: String, of topic: TopicID) -> String {
    root + Self.path(figure: figure, of: topic)
  }
  /// The page of an article's current version.
  public func article(_ id: ArticleID) -> String { root + Self.path(article: id) }
  /// The sentence that a citation cites, highlighted in its article's page.
  public func citation(_ citation: Citation) -> String {
    let page = Self.path(
      article: citation.article, ordinal: citation.isCurrent ? nil : citation.ordinal)
    return root + page + "#" + Self.anchor(sentenceAt: citation.sentence.start)
  }

  /// A table of a topic's dossier as comma-separated values.
  public func table(_ table: String, of topic: TopicID) -> String {
    root + Self.path(table: table, of: topic)
  }

  /// The path of a table from the root.
  public static func path(table: String, of topic: TopicID) -> String {
    "topics/\(fileName(topic.rawValue))/\(fileName(table)).csv"
  }
  /// The path of the page of a table or drawing from the root.
  public static func path(figure: String, of topic: TopicID) -> String {
    "topics/\(fileName(topic.rawValue))/\(fileName(figure)).html"
  }
  /// The path of the list of a topic's sources from the root, without the ending.
  public static func path(sourcesOf topic: TopicID) -> String {
    "topics/\(fileName(topic.rawValue))/sources"
  }
  /// The path of a topic's dossier as data; `ending` is `json`, `atom` or `ics`.
  public static func path(topic: TopicID, as ending: String) -> String {
    "topics/\(fileName(topic.rawValue)).\(ending)"
  }
  /// The path from the root of the page that tells how we know a shown sentence of a topic.
  public static func path(chainOf text: String, in topic: TopicID) -> String {
    "topics/\(fileName(topic.rawValue))/s-\(fileName(text)).html"
  }
  /// The path of a drawing of a topic's dossier; `ending` is `svg` or `png`.
  public static func path(drawing: String, of topic: TopicID, as ending: String) -> String {
    "topics/\(fileName(topic.rawValue))/\(fileName(drawing)).\(ending)"
  }
  /// The path of a topic's or entity's JSON Feed.
  public static func path(feedOf topic: TopicID) -> String {
    "topics/\(fileName(topic.rawValue))/feed.json"
  }
  /// The path of an entity's JSON Feed.
  public static func path(feedOf entity: EntityID) -> String {
    "entities/\(fileName(entity.rawValue))/feed.json"
  }
  /// The path of an entity's Atom feed.
  public static func path(atomOf entity: EntityID) -> String {
    "entities/\(fileName(entity.rawValue)).atom"
  }
  /// The path of a topic's page from the root.
  public static func path(topic: TopicID) -> String { "topics/\(fileName(topic.rawValue)).html" }
  /// The path of an entity's page from the root.
  public static func path(entity: EntityID) -> String {
    "entities/\(fileName(entity.rawValue)).html"
  }
  /// The path of an article's page from the root; `ordinal` asks for a version that was replaced.
  public static func path(article: ArticleID, ordinal: Int? = nil) -> String {
    "articles/\(fileName(article.rawValue))\(ordinal.map { "-v\($0)" } ?? "").html"
  }
  /// The element id of a sentence on an article's page, by its first byte.
  public static func anchor(sentenceAt start: Int) -> String { "b\(start)" }

  /// A name that is safe as a file name and in an address: kept when plain, else its digest.
  public static func fileName(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy {
      $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    return isPlain && (1...80).contains(name.utf8.count) ? name : Digest(of: name).short(32)
  }
}
