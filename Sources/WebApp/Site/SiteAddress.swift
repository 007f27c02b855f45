import Composition
import NewsModel
import Primitives

/// A path of the site, taken apart.
enum SiteAddress: Hashable {
  case front, about, search, ask, notFound, calendar
  /// A page of an index, numbered from 1.
  case topics(Int), entities(Int), articles(Int)
  /// A page of one thing, by its file name without the ending.
  case topic(String), entity(String), article(String)
  case asset(String)
  /// A topic as data, and one of its tables by id.
  case topicData(String, DataForm), table(topic: String, String)
  /// The newest articles of all topics as a feed.
  case feed

  /// A form in which a dossier is given to programs; the raw value is the ending of the file.
  enum DataForm: String, CaseIterable {
    case json, atom, ics
  }

  /// Reads a path relative to the root of the site; nil when no page can have it.
  init?(_ path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    switch (parts.count, parts[0]) {
    case (2, "assets"): self = .asset(String(parts[1]))
    case (1, Self.feedPath[...]): self = .feed
    case (3, "topics"):
      guard let topic = Self.checked(parts[1]), let table = Self.name(parts[2], ending: ".csv")
      else { return nil }
      self = .table(topic: topic, table)
    case (2, "topics") where !parts[1].hasSuffix(".html"):
      guard
        let form = DataForm.allCases.first(where: { parts[1].hasSuffix(".\($0.rawValue)") }),
        let name = Self.name(parts[1], ending: ".\(form.rawValue)")
      else { return nil }
      self = .topicData(name, form)
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
    default: break
    }
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    var number = 1
    if parts.count == 2 {
      // Only the form that the pager writes: "-2" and up, no sign, no leading zero.
      guard let value = Int(parts[1]), value > 1, String(value) == parts[1] else { return nil }
      number = value
    }
    switch parts[0] {
    case "topics": return .topics(number)
    case "entities": return .entities(number)
    case "articles": return .articles(number)
    default: return nil
    }
  }
}
