/// The vocabulary that an XML name belongs to, by its namespace.
enum XMLVocabulary: Hashable {
  /// No namespace, and the many that RSS was given over the years.
  case rss
  case atom
  case rdf
  case dublinCore
  case dublinCoreTerms
  case content
  case media
  case itunes
  case feedburner
  case xhtml
  case xml
  case newsML
  case nitf
  case other

  /// The vocabulary of a namespace; a prefix that was not declared means what it usually means.
  init(namespace: String?, prefix: String?) {
    if let namespace {
      self = Self.byNamespace[Self.key(namespace)] ?? (namespace.isEmpty ? .rss : .other)
    } else if let prefix {
      self = Self.byPrefix[prefix.lowercased()] ?? .other
    } else {
      self = .rss
    }
  }

  /// The prefix that names of the vocabulary get in `extra`; nil where the document's own is kept.
  var usualPrefix: String? {
    switch self {
    case .rss, .atom, .newsML, .nitf: ""
    case .rdf: "rdf"
    case .dublinCore: "dc"
    case .dublinCoreTerms: "dcterms"
    case .content: "content"
    case .media: "media"
    case .itunes: "itunes"
    case .feedburner: "feedburner"
    case .xhtml: "xhtml"
    case .xml: "xml"
    case .other: nil
    }
  }

  /// Namespaces are written in many ways: letters of both cases, with and without a last slash.
  private static func key(_ namespace: String) -> String {
    var key = namespace.lowercased()
    while key.hasSuffix("/") || key.hasSuffix("#") { key.removeLast() }
    return key
  }

  private static let byPrefix: [String: XMLVocabulary] = [
    "atom": .atom, "rdf": .rdf, "dc": .dublinCore, "dcterms": .dublinCoreTerms,
    "content": .content, "media": .media, "itunes": .itunes, "feedburner": .feedburner,
    "xhtml": .xhtml, "xml": .xml, "rss": .rss, "nitf": .nitf,
  ]

  private static let byNamespace: [String: XMLVocabulary] = [
    "http://www.w3.org/2005/atom": .atom,
    "http://purl.org/atom/ns": .atom,
    "http://example.com/newformat": .atom,
    "http://necho.sourceforge.net/atom/1.0": .atom,
    "http://www.intertwingly.net/blog/echo": .atom,
    "http://purl.org/rss/1.0": .rss,
    "http://my.netscape.com/rdf/simple/0.9": .rss,
    "http://channel.netscape.com/rdf/simple/0.9": .rss,
    "http://my.netscape.com/publish/formats/rss-0.91.dtd": .rss,
    "http://backend.userland.com/rss": .rss,
    "http://backend.userland.com/rss2": .rss,
    "http://blogs.law.harvard.edu/tech/rss": .rss,
    "http://cyber.law.harvard.edu/rss/rss.html": .rss,
    "http://www.rssboard.org/rss-specification": .rss,
    "http://purl.org/net/rss1.1": .rss,
    "http://www.w3.org/1999/02/22-rdf-syntax-ns": .rdf,
    "http://purl.org/dc/elements/1.1": .dublinCore,
    "http://purl.org/dc/elements/1.0": .dublinCore,
    "http://purl.org/dc/terms": .dublinCoreTerms,
    "http://purl.org/rss/1.0/modules/content": .content,
    "http://search.yahoo.com/mrss": .media,
    "http://www.rssboard.org/media-rss": .media,
    "http://www.itunes.com/dtds/podcast-1.0.dtd": .itunes,
    "http://example.com/dtds/podcast-1.0.dtd": .itunes,
    "http://rssnamespace.org/feedburner/ext/1.0": .feedburner,
    "http://www.w3.org/1999/xhtml": .xhtml,
    "http://www.w3.org/xml/1998/namespace": .xml,
    "http://iptc.org/std/nar/2006-10-01": .newsML,
    "http://iptc.org/std/newsml/2003-10-10": .newsML,
    "http://iptc.org/std/nitf/2006-10-18": .nitf,
    "http://iptc.org/std/nitf/2003-09-15": .nitf,
  ]
}
