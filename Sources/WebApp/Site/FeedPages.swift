import Composition
import Engine
import NewsModel
import Primitives

/// The feeds of the site, as Atom and as JSON Feed: newest articles of the site, a topic or an entity, and what changed.
struct FeedPages {
  let library: Library
  /// The name of the site.
  let name: String
  private static let mostEntries = 50

  /// A feed before its form.
  private struct Contents {
    let id: String
    let title: String
    /// The page that it belongs to, from the root.
    let page: String
    let entries: [AtomFeed.Entry]
  }

  /// The feed as Atom; nil when there is no such thing.
  func atom(_ feed: SiteAddress.Feed, _ path: String) throws -> SitePage? {
    let root = Self.root(of: path)
    guard let contents = try contents(feed, root: root) else { return nil }
    let atom = AtomFeed(
      id: contents.id, title: contents.title, updated: try library.now(),
      address: root + contents.page)
    return SitePage(
      path: path, contentType: "application/atom+xml; charset=utf-8",
      body: Array(atom.render(contents.entries).utf8))
  }

  /// The feed as JSON Feed; nil when there is no such thing.
  func json(_ feed: SiteAddress.Feed, _ path: String) throws -> SitePage? {
    let root = Self.root(of: path)
    guard let contents = try contents(feed, root: root) else { return nil }
    let json = JSONFeed(title: contents.title, address: root + contents.page)
    return SitePage(
      path: path, contentType: "application/feed+json", body: try json.render(contents.entries))
  }

  private static func root(of path: String) -> String {
    SiteLinks(depth: path.utf8.filter { $0 == UInt8(ascii: "/") }.count).root
  }

  private func contents(_ feed: SiteAddress.Feed, root: String) throws -> Contents? {
    let now = try library.now()
    switch feed {
    case .site:
      let newest = try library.articleIDs().suffix(Self.mostEntries).reversed()
      let entries = try library.summaries(Array(newest)).map { entry($0, root, now) }
      return Contents(id: "site", title: name, page: PageShell.front, entries: entries)
    case .changes:
      let changes = try library.changes(limit: Self.mostEntries)
      return Contents(
        id: "changes", title: "What changed", page: ChangesPage.path,
        entries: changes.map { entry($0, root, now) })
    case .topic(let topic):
      guard let dossier = try library.dossier(TopicID(topic)) else { return nil }
      let ids = dossier.sources.filter { !$0.isCopy }.prefix(Self.mostEntries).map(\.article)
      return Contents(
        id: "topic \(topic)", title: dossier.name, page: SiteLinks.path(topic: TopicID(topic)),
        entries: try library.summaries(Array(ids)).map { entry($0, root, now) })
    case .entity(let entity):
      guard let view = try library.entity(EntityID(entity)) else { return nil }
      return Contents(
        id: "entity \(entity)", title: view.profile.name,
        page: SiteLinks.path(entity: EntityID(entity)),
        entries: view.articles.prefix(Self.mostEntries).map { entry($0, root, now) })
    }
  }

  private func entry(_ article: ArticleSummary, _ root: String, _ fallback: CivilTime)
    -> AtomFeed.Entry
  {
    AtomFeed.Entry(
      id: "article \(article.id)", title: article.title, updated: article.published ?? fallback,
      address: root + SiteLinks.path(article: article.id), author: article.outlet)
  }

  private func entry(_ change: ChangeView, _ root: String, _ fallback: CivilTime) -> AtomFeed.Entry
  {
    AtomFeed.Entry(
      id: "change \(change.article.id) \(change.ordinal)", title: change.article.title,
      updated: change.time ?? fallback,
      address: root + SiteLinks.path(article: change.article.id), author: change.article.outlet,
      summary: NewspaperStyle.countAtStart(change.sentences, "sentence") + " taken out or changed.")
  }
}
