import Composition
import Engine
import NewsModel
import Primitives

/// What the site gives to programs: dossiers as JSON, feeds, calendars, tables.
struct SiteData {
  let library: Library
  private static let mostEntries = 50

  /// The paths of a topic's data.
  func paths(of topic: TopicID) throws -> [String] {
    guard let dossier = try library.dossier(topic) else { return [] }
    var endings = ["json", "atom"]
    if !dossier.comingEvents.isEmpty { endings.append("ics") }
    return endings.map { SiteLinks.path(topic: topic, as: $0) }
      + tables(dossier).map { SiteLinks.path(table: $0.id, of: topic) }
  }

  /// A dossier in one of its forms; nil when there is none.
  func topic(_ id: TopicID, _ form: SiteAddress.DataForm, _ path: String) throws -> SitePage? {
    guard let dossier = try library.dossier(id) else { return nil }
    switch form {
    case .json:
      return SitePage(
        path: path, contentType: "application/json", body: try CanonicalJSON.encode(dossier))
    case .atom:
      let feed = AtomFeed(
        id: "topic \(id)", title: dossier.name, updated: try library.now(),
        address: "\(SiteLinks.fileName(id.rawValue)).html")
      let entries = dossier.sources.filter { !$0.isCopy }.prefix(Self.mostEntries)
        .map { entry($0, root: "../", fallback: dossier.clock) }
      return text(feed.render(entries), "application/atom+xml", path)
    case .ics:
      guard !dossier.comingEvents.isEmpty else { return nil }
      let calendar = EventCalendar(name: dossier.name, stamp: dossier.clock)
      return text(calendar.render(dossier.comingEvents), "text/calendar", path)
    }
  }

  /// A table of a dossier as comma-separated values; nil when there is none.
  func table(_ name: String, of topic: TopicID, _ path: String) throws -> SitePage? {
    guard let dossier = try library.dossier(topic),
      let table = tables(dossier).first(where: { SiteLinks.fileName($0.id) == name })
    else { return nil }
    return text(TableCSV().render(table), "text/csv", path)
  }

  /// The newest articles as a feed.
  func feed(named name: String) throws -> SitePage {
    let newest = try library.articleIDs().suffix(Self.mostEntries).reversed()
    let now = try library.now()
    let entries = try newest.compactMap { id in
      try library.filed(id).map { entry(DossierSource($0, origin: nil), root: "", fallback: now) }
    }
    let feed = AtomFeed(id: "site", title: name, updated: now, address: PageShell.front)
    return text(feed.render(entries), "application/atom+xml", SiteAddress.feedPath)
  }

  /// The tables of a dossier, each once by its name.
  private func tables(_ dossier: Dossier) -> [CitedTable] {
    var seen: Set<String> = []
    return (dossier.tables + dossier.graphics.map(\.table)).filter { seen.insert($0.id).inserted }
  }

  private func entry(_ source: DossierSource, root: String, fallback: CivilTime) -> AtomFeed.Entry {
    AtomFeed.Entry(
      id: "article \(source.article)", title: source.title,
      updated: source.published ?? fallback,
      address: root + SiteLinks.path(article: source.article), author: source.outlet)
  }

  private func text(_ words: String, _ type: String, _ path: String) -> SitePage {
    SitePage(path: path, contentType: "\(type); charset=utf-8", body: Array(words.utf8))
  }
}
