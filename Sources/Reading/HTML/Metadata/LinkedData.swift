import Primitives

/// What a page's JSON-LD says of its article (schema.org).
struct LinkedData {
  private(set) var headline: String?
  private(set) var published: String?
  private(set) var modified: String?
  private(set) var authors: [String] = []
  private(set) var publisher: String?
  private(set) var section: String?
  private(set) var language: String?
  private(set) var rights: String?
  private(set) var body: String?
  private(set) var description: String?
  /// The names of the pages above this one, outermost first, this page itself often last.
  private var breadcrumbs: [String] = []

  /// Reads the scripts of a page; the first article in them counts, then the page itself.
  init(_ scripts: [[UInt8]]) {
    let values = scripts.compactMap(LenientJSON.parse)
    var nodes: [JSONValue] = []
    for value in values { Self.collect(value, depth: 0, into: &nodes) }
    let names = Self.names(nodes)
    breadcrumbs = nodes.first { Self.hasType($0, "BreadcrumbList") }.map(Self.trail) ?? []
    if let article = nodes.first(where: Self.isArticle) {
      take(article, names)
    } else if let page = nodes.first(where: { Self.hasType($0, "WebPage") }) {
      // A page's name is often the site's; its dates are its own.
      published = page["datePublished"]?.string
      modified = page["dateModified"]?.string
      language = page["inLanguage"]?.string
    }
  }

  private mutating func take(_ article: JSONValue, _ names: [String: String]) {
    headline = article["headline"]?.string ?? article["name"]?.string
    published = article["datePublished"]?.string ?? article["dateCreated"]?.string
    modified = article["dateModified"]?.string
    authors = Self.people(article["author"] ?? article["creator"], names)
    publisher = Self.people(article["publisher"], names).first
    section = Self.section(article["articleSection"])
    language = article["inLanguage"]?.string
    rights = article["copyrightNotice"]?.string
    body = article["articleBody"]?.string
    description = article["description"]?.string
  }

  /// All objects of a graph, outer ones first.
  private static func collect(_ value: JSONValue, depth: Int, into nodes: inout [JSONValue]) {
    guard depth < 6 else { return }
    switch value {
    case .array(let values):
      for inner in values { collect(inner, depth: depth + 1, into: &nodes) }
    case .object(let fields):
      nodes.append(value)
      for field in fields
      where Self.inner.contains(field.name) {
        collect(field.value, depth: depth + 1, into: &nodes)
      }
    default: return
    }
  }

  private static let inner: Set = [
    "@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "breadcrumb",
  ]

  /// The section: the first where there are several, in a list or between commas.
  private static func section(_ value: JSONValue?) -> String? {
    let first = value?.elements.lazy.compactMap(\.string).first
    let name = first?.split(separator: ",").first.map(String.init)
    return name.flatMap { $0.utf8.contains { $0 > 0x20 } ? $0 : nil }
  }

  private static func trail(_ list: JSONValue) -> [String] {
    (list["itemListElement"]?.elements ?? []).compactMap { item in
      item["name"]?.string ?? item["item"]?["name"]?.string
    }
  }

  /// The innermost page above this one that is neither the outlet's front page nor this page.
  func breadcrumb(title: String?, outlet: String?) -> String? {
    let title = title.map { BodyFilter.comparable($0) }
    let outlet = outlet.map { BodyFilter.comparable($0) }
    let kept = breadcrumbs.enumerated().filter { index, name in
      let words = BodyFilter.comparable(name)
      let isPage = index > 0 && index == breadcrumbs.count - 1 && name.utf8.count > 40
      return !words.isEmpty && words != title && words != outlet && !isPage
        && !PersonName.list.fronts.contains(name.lowercased())
    }
    return kept.last?.element
  }

  /// Names of the nodes that others refer to by `@id`.
  private static func names(_ nodes: [JSONValue]) -> [String: String] {
    var names: [String: String] = [:]
    for node in nodes {
      if let id = node["@id"]?.string, let name = node["name"]?.string, names[id] == nil {
        names[id] = name
      }
    }
    return names
  }

  private static func people(_ value: JSONValue?, _ names: [String: String]) -> [String] {
    (value?.elements ?? []).compactMap { person in
      if case .string(let name) = person { return name }
      return person["name"]?.string ?? person["@id"]?.string.flatMap { names[$0] }
    }
  }

  private static func isArticle(_ node: JSONValue) -> Bool {
    (node["@type"]?.elements ?? []).contains { type in
      guard let name = type.string else { return false }
      return name.hasSuffix("Article") || name.hasSuffix("BlogPosting") || name.hasSuffix("Report")
        || ["LiveBlogPosting", "SocialMediaPosting", "DiscussionForumPosting"].contains(name)
    }
  }

  private static func hasType(_ node: JSONValue, _ wanted: String) -> Bool {
    (node["@type"]?.elements ?? []).contains { $0.string == wanted }
  }
}
