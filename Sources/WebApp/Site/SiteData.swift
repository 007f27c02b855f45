import Composition
import Engine
import NewsModel
import Primitives

/// What the site gives to programs: dossiers as JSON, feeds, calendars, tables.
struct SiteData {
  let library: Library
  /// The paths of a topic's data.
  func paths(of topic: TopicID) throws -> [String] {
    guard let dossier = try library.dossier(topic) else { return [] }
    var endings = ["json", "atom"]
    if !dossier.comingEvents.isEmpty { endings.append("ics") }
    let pictures = SiteAddress.Picture.allCases.filter { $0 == .svg || PictureTool.path != nil }
    return endings.map { SiteLinks.path(topic: topic, as: $0) } + [SiteLinks.path(feedOf: topic)]
      + dossier.chained.map { SiteLinks.path(chainOf: $0.id, in: topic) }
      + dossier.graphics.flatMap { graphic in
        pictures.map { SiteLinks.path(drawing: graphic.id, of: topic, as: $0.rawValue) }
      }
      + tables(dossier).map { SiteLinks.path(table: $0.id, of: topic) }
      + FigurePage.figures(dossier).map { SiteLinks.path(figure: $0.id, of: topic) }
      + (SourcesPage.pager(dossier)?.paths ?? [])
  }

  /// A dossier in one of its forms; nil when there is none.
  func topic(_ id: TopicID, _ form: SiteAddress.DataForm, _ path: String) throws -> SitePage? {
    guard let dossier = try library.dossier(id) else { return nil }
    switch form {
    case .json:
      return SitePage(
        path: path, contentType: "application/json", body: try CanonicalJSON.encode(dossier))
    case .atom: return try FeedPages(library: library, name: "").atom(.topic(id.rawValue), path)
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

  /// A drawing of a dossier as a file; nil when there is none, or no tool to make its pixels.
  func drawing(
    _ name: String, of topic: TopicID, _ form: SiteAddress.Picture, _ path: String
  ) throws -> SitePage? {
    guard
      let graphic = try library.dossier(topic)?.graphics
        .first(where: { SiteLinks.fileName($0.id) == name })
    else { return nil }
    let file = DrawingFile(graphic: graphic)
    switch form {
    case .svg: return SitePage(path: path, contentType: "image/svg+xml", body: file.svg)
    case .png:
      return file.png().map { SitePage(path: path, contentType: "image/png", body: $0) }
    }
  }

  /// The tables of a dossier, each once by its name.
  private func tables(_ dossier: Dossier) -> [CitedTable] {
    var seen: Set<String> = []
    return (dossier.tables + dossier.graphics.map(\.table)).filter { seen.insert($0.id).inserted }
  }

  private func text(_ words: String, _ type: String, _ path: String) -> SitePage {
    SitePage(path: path, contentType: "\(type); charset=utf-8", body: Array(words.utf8))
  }
}
