import Composition
import Engine
import HTTPServer
import NewsModel
import Primitives

/// Every page as JSON, at the same path with another ending: for programs that read the site like people do.
///
/// Lists come in the pages of the site. A topic's JSON is its dossier.
struct SiteJSON {
  let library: Library

  private struct Front: Encodable {
    let overview: LibraryOverview
    let topics: [Topic]
  }

  private struct List<Item: Encodable>: Encodable {
    let items: [Item]
    let page: Int
    let pages: Int
    let total: Int
  }

  private struct Entity: Encodable {
    let profile: EntityProfile
    let statements: [StatementDocument]
    let articles: [ArticleSummary]
    let topics: [Topic]
  }

  private struct Coming: Encodable {
    let topic: TopicID
    let event: ComingEvent
  }

  private struct About: Encodable {
    let overview: LibraryOverview
    let outlets: [OutletView]
    let accuracy: [Accuracy]
  }

  private struct Accuracy: Encodable {
    let what: String
    let measure: String
    let percent: String
  }

  private static let mostTopics = 25

  /// The document of a page; nil when there is no such page, or when it is an answer to what a reader typed.
  func document(_ address: SiteAddress) throws -> (any Encodable)? {
    switch address {
    case .front:
      return Front(
        overview: try library.overview(),
        topics: Array(try library.topics().prefix(Self.mostTopics)))
    case .about:
      return About(
        overview: try library.overview(), outlets: try library.outlets(),
        accuracy: AccuracyTable.rows.map {
          Accuracy(what: $0.what, measure: $0.measure, percent: $0.figure)
        })
    case .topics(let page): return list(try library.topics(), "topics", TopicsPage.perPage, page)
    case .entities(let page):
      return list(
        try library.entities().filter(\.hasPage), "entities", EntitiesPage.perPage, page)
    case .articles(let page):
      let ids = Array(try library.articleIDs().reversed())
      let pager = Pager(name: "articles", total: ids.count, perPage: ArticlesPage.perPage)
      guard page <= pager.pageCount else { return nil }
      return List(
        items: try library.summaries(Array(ids[pager.range(page)])), page: page,
        pages: pager.pageCount, total: ids.count)
    case .entity(let name): return try entity(EntityID(name))
    case .calendar: return try calendar()
    case .changes: return try library.changes(limit: ChangesPage.mostChanges)
    case .topic(let name): return try library.dossier(TopicID(name))
    case .chain(let topic, let text):
      return try library.dossier(TopicID(topic))?.chained.first { $0.id == text }
    case .figure(let topic, let name):
      return try library.dossier(TopicID(topic)).flatMap { dossier in
        FigurePage.figures(dossier).first { SiteLinks.fileName($0.id) == name }?.table
      }
    case .sources(let topic, let page):
      guard let dossier = try library.dossier(TopicID(topic)), SourcesPage.pager(dossier) != nil
      else { return nil }
      return list(dossier.sources, "sources", SourcesPage.perPage, page)
    case .article, .search, .ask, .notFound, .asset, .topicData, .table, .feed, .jsonFeed, .drawing,
      .json:
      return nil
    }
  }

  private func list<Item: Encodable>(
    _ items: [Item], _ name: String, _ perPage: Int, _ page: Int
  ) -> (any Encodable)? {
    let pager = Pager(name: name, total: items.count, perPage: perPage)
    guard page <= pager.pageCount else { return nil }
    return List(
      items: Array(items[pager.range(page)]), page: page, pages: pager.pageCount,
      total: items.count)
  }

  private func entity(_ id: EntityID) throws -> (any Encodable)? {
    try library.entity(id).map { view in
      Entity(
        profile: view.profile,
        statements: view.statements.prefix(EntityPage.mostStatements).map(StatementDocument.init),
        articles: Array(view.articles.prefix(EntityPage.mostArticles)), topics: view.topics)
    }
  }

  private func calendar() throws -> [some Encodable] {
    try library.topics().prefix(CalendarPage.mostTopics).flatMap { topic in
      (try library.dossier(topic.id)?.comingEvents ?? []).map {
        Coming(topic: topic.id, event: $0)
      }
    }
  }
}
