import Composition
import NewsModel
import Primitives

/// A path of the site, taken apart.
enum SiteAddress: Hashable, Sendable {
  case front, about, search, ask, notFound, calendar, changes
  /// A page of an index, numbered from 1.
  case topics(Int), entities(Int), articles(Int)
  /// A page of one thing, by its file name without the ending.
  case topic(String), entity(String), article(String)
  case asset(String)
  /// A topic as data, and one of its tables by id.
  case topicData(String, DataForm), table(topic: String, String)
  /// Newest articles, or changes, as a feed: of the whole site, of a topic or of an entity.
  case feed(Feed), jsonFeed(Feed)
  /// How we know a shown sentence of a topic, by the text's id.
  case chain(topic: String, String)
  /// The page of a table or drawing of a topic; a page of the list of its sources, numbered from 1.
  case figure(topic: String, String), sources(topic: String, Int)
  /// A drawing of a topic as a file of its own.
  case drawing(topic: String, String, Picture)
  /// A page as JSON.
  indirect case json(SiteAddress)

  /// What a feed tells of.
  enum Feed: Hashable, Sendable {
    case site, changes, topic(String), entity(String)
  }

  /// A form of a drawing; the raw value is the ending of the file.
  enum Picture: String, CaseIterable, Sendable {
    case svg, png
  }

  /// A form in which a dossier is given to programs; the raw value is the ending of the file.
  enum DataForm: String, CaseIterable, Sendable {
    case json, atom, ics
  }

  /// Reads a path relative to the root of the site; nil when no page can have it.
  init?(_ path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    switch (parts.count, parts[0]) {
    case (2, "assets"): self = .asset(String(parts[1]))
    case (1, Self.feedPath[...]): self = .feed(.site)
    case (1, "feed.json"): self = .jsonFeed(.site)
    case (1, "changes.atom"): self = .feed(.changes)
    case (2, "changes"):
      guard parts[1] == "feed.json" else { return nil }
      self = .jsonFeed(.changes)
    case (3, "entities"):
      guard let entity = Self.checked(parts[1]), parts[2] == "feed.json" else { return nil }
      self = .jsonFeed(.entity(entity))
    case (2, "entities") where parts[1].hasSuffix(".atom"):
      guard let entity = Self.name(parts[1], ending: ".atom") else { return nil }
      self = .feed(.entity(entity))
    case (3, "topics"):
      guard let topic = Self.checked(parts[1]), let file = Self.file(parts[2], of: topic)
      else { return nil }
      self = file
    case (2, "topics") where !parts[1].hasSuffix(".html"):
      guard
        let form = DataForm.allCases.first(where: { parts[1].hasSuffix(".\($0.rawValue)") }),
        let name = Self.name(parts[1], ending: ".\(form.rawValue)")
      else { return nil }
      self = .topicData(name, form)
    case (_, _) where parts.last?.hasSuffix(".json") == true:
      guard let page = SiteAddress(String(path.dropLast("json".count)) + "html") else {
        return nil
      }
      self = .json(page)
    case (2, let folder):
      guard let name = Self.name(parts[1]) else { return nil }
      switch folder {
      case "topics": self = .topic(name)
      case "entities": self = .entity(name)
      case "articles": self = .article(name)
      default: return nil
      }
    case (1, let file):
      guard let name = Self.name(file), let page = Self.page(name) else { return nil }
      self = page
    default: return nil
    }
  }

  /// A file in the folder of a topic.
  private static func file(_ file: Substring, of topic: String) -> SiteAddress? {
    if file == "feed.json" { return .jsonFeed(.topic(topic)) }
    if let table = name(file, ending: ".csv") { return .table(topic: topic, table) }
    for form in Picture.allCases {
      if let drawing = name(file, ending: ".\(form.rawValue)") {
        return .drawing(topic: topic, drawing, form)
      }
    }
    if file.hasPrefix("s-"), let text = name(file.dropFirst(2)) {
      return .chain(topic: topic, text)
    }
    if file.hasPrefix("s-"), let text = name(file.dropFirst(2), ending: ".json") {
      return .json(.chain(topic: topic, text))
    }
    if let page = name(file, ending: ".json") {
      return self.file("\(page).html", of: topic).map { .json($0) }
    }
    guard let page = name(file) else { return nil }
    if let (base, number) = numbered(page), base == "sources" {
      return .sources(topic: topic, number)
    }
    return .figure(topic: topic, page)
  }

  /// The path of the feed of the whole site.
  static let feedPath = "feed.atom"

  private static func name(_ file: Substring, ending: String = ".html") -> String? {
    file.hasSuffix(ending) ? checked(file.dropLast(ending.utf8.count)) : nil
  }

  /// A name of a file, when it is one that the site gives.
  private static func checked(_ name: Substring) -> String? {
    let name = String(name)
    return SiteLinks.fileName(name) == name ? name : nil
  }

  private static func page(_ name: String) -> SiteAddress? {
    switch name {
    case "index": return .front
    case "about": return .about
    case "search": return .search
    case "ask": return .ask
    case "404": return .notFound
    case "calendar": return .calendar
    case "changes": return .changes
    default: break
    }
    guard let (base, number) = numbered(name) else { return nil }
    switch base {
    case "topics": return .topics(number)
    case "entities": return .entities(number)
    case "articles": return .articles(number)
    default: return nil
    }
  }

  /// The name of a list and the number of its page, as `Pager` writes them: "-2" and up, no sign, no leading zero.
  private static func numbered(_ name: String) -> (base: Substring, number: Int)? {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 1 { return (parts[0], 1) }
    guard parts.count == 2, let value = Int(parts[1]), value > 1, String(value) == parts[1] else {
      return nil
    }
    return (parts[0], value)
  }
}
