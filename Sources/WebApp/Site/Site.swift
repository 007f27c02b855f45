import Composition
public import Engine
import NewsModel
import Primitives

/// The pages of a library: the same bytes whether they are served or exported.
///
/// Every page is a pure function of the library. Only the search differs: a server answers it, an exported site
/// brings a script and an index.
public struct Site: Sendable {
  /// The library.
  public let library: Library
  /// What the newsroom has set.
  public let settings: SiteSettings
  /// Answers readers' questions.
  public let answerer: Answerer
  private let names = SiteNames()

  private static let mostTeasers = 8
  private static let mostHeadlines = 10
  private static let leadSentences = 3

  /// Creates the site of a library; with a narrator its answers are worded by a language model, and say so.
  public init(
    library: Library, settings: SiteSettings = SiteSettings(), narrator: Narrator? = nil
  ) {
    self.library = library
    self.settings = settings
    answerer = Answerer(library, narrator: narrator)
  }

  /// The paths of all pages and assets, in a fixed order.
  public func paths() throws -> [String] {
    let topics = try library.topics()
    let entities = try library.entities().filter(\.hasPage)
    let articles = try library.articleIDs()
    var paths = [
      PageShell.front, AboutPage.path, SearchPage.path, AskPage.path, CalendarPage.path,
      ChangesPage.path, NotFoundPage.path, SiteAddress.feedPath, "feed.json", "changes.atom",
      "changes/feed.json",
    ]
    paths += Pager(name: "topics", total: topics.count, perPage: TopicsPage.perPage).paths
    paths += Pager(name: "entities", total: entities.count, perPage: EntitiesPage.perPage).paths
    paths += Pager(name: "articles", total: articles.count, perPage: ArticlesPage.perPage).paths
    let data = SiteData(library: library)
    for topic in topics {
      paths += [SiteLinks.path(topic: topic.id)] + (try data.paths(of: topic.id))
    }
    for entity in entities {
      paths.append(SiteLinks.path(entity: entity.id))
      if entity.hasFeed {
        paths += [SiteLinks.path(atomOf: entity.id), SiteLinks.path(feedOf: entity.id)]
      }
    }
    for id in articles {
      paths.append(SiteLinks.path(article: id))
      let current = try library.filed(id)?.version.ordinal ?? 1
      paths += (1..<max(1, current)).map { SiteLinks.path(article: id, ordinal: $0) }
    }
    let answered = Set([SearchPage.path, AskPage.path, NotFoundPage.path])
    let asJSON = paths.filter { path in
      path.hasSuffix(".html") && !answered.contains(path) && !path.hasPrefix("topics/")
    }.map { String($0.dropLast("html".count)) + "json" }
    return paths + asJSON + SiteAssets.paths + [SearchPage.indexPath]
  }

  /// The page or asset at a path relative to the root; nil when there is none.
  public func page(at path: String) throws -> SitePage? {
    if path == SearchPage.indexPath { return try SearchIndex(library: library).page() }
    guard let address = SiteAddress(path) else { return nil }
    switch address {
    case .front: return try front()
    case .about:
      return AboutPage(
        overview: try library.overview(), outlets: try library.outlets(), shell: try shell(path)
      ).render()
    case .changes:
      return ChangesPage(
        changes: try library.changes(limit: ChangesPage.mostChanges), shell: try shell(path)
      ).render()
    case .search: return SearchPage(shell: try shell(path)).renderStatic()
    case .ask: return AskPage(shell: try shell(path)).renderStatic()
    case .notFound: return try notFound(at: path)
    case .topics(let page): return try topics(page, path)
    case .entities(let page): return try entities(page, path)
    case .articles(let page): return try articles(page, path)
    case .topic(let name): return try topic(TopicID(name), path)
    case .entity(let name):
      guard let view = try library.entity(EntityID(name)),
        let dossier = try library.entityDossier(EntityID(name))
      else { return nil }
      return EntityPage(view: view, dossier: dossier, shell: try shell(path)).render()
    case .article(let name): return try article(name, path)
    case .asset(let name): return SiteAssets.page(name)
    case .calendar: return try calendar(path)
    case .feed(let feed):
      return try FeedPages(library: library, name: settings.name).atom(feed, path)
    case .jsonFeed(let feed):
      return try FeedPages(library: library, name: settings.name).json(feed, path)
    case .chain(let topic, let text): return try chain(TopicID(topic), text, path)
    case .figure(let topic, let figure):
      guard let dossier = try library.dossier(TopicID(topic)) else { return nil }
      let shell = try shell(path)
      return FigurePage.figures(dossier).first { SiteLinks.fileName($0.id) == figure }
        .map { FigurePage(figure: $0, dossier: dossier, shell: shell).render() }
    case .sources(let topic, let page):
      guard let dossier = try library.dossier(TopicID(topic)) else { return nil }
      return SourcesPage(dossier: dossier, page: page, shell: try shell(path)).render()
    case .drawing(let topic, let drawing, let form):
      return try SiteData(library: library).drawing(drawing, of: TopicID(topic), form, path)
    case .json(let page): return try json(page, path)
    case .topicData(let name, let form):
      return try SiteData(library: library).topic(TopicID(name), form, path)
    case .table(let topic, let table):
      return try SiteData(library: library).table(table, of: TopicID(topic), path)
    }
  }

  /// The page that says that there is none, with links that fit the address asked for.
  func notFound(at path: String) throws -> SitePage {
    NotFoundPage(shell: try shell(path)).render()
  }

  /// The page with what a search found; pages are numbered from 1.
  func search(_ query: String, page: Int) throws -> SitePage {
    let results = try library.search(
      query, limit: SearchPage.perPage, offset: (page - 1) * SearchPage.perPage)
    return SearchPage(shell: try shell(SearchPage.path)).render(
      query: query, results: results, page: page)
  }

  /// The page with the answer to a question.
  func ask(_ question: String) throws -> SitePage {
    let isAsked = question.contains { !$0.isWhitespace }
    return AskPage(shell: try shell(AskPage.path)).render(
      question: question, answer: isAsked ? try answerer.answer(question) : nil)
  }

  /// A page as JSON; that of an article is its version with the analysis.
  private func json(_ page: SiteAddress, _ path: String) throws -> SitePage? {
    var document = try SiteJSON(library: library).document(page)
    if case .article(let name) = page {
      document = try articleView(name).map { ArticleDocument($0.filed) }
    }
    return try document.map {
      SitePage(path: path, contentType: "application/json", body: try CanonicalJSON.encode($0))
    }
  }

  /// How we know a shown sentence.
  private func chain(_ id: TopicID, _ name: String, _ path: String) throws -> SitePage? {
    guard let topic = try library.topic(id), let dossier = try library.dossier(id),
      let text = dossier.chained.first(where: { $0.id == name })
    else { return nil }
    var seen: Set<VersionID> = []
    let views = try text.citations.elements.filter { seen.insert($0.passage.version).inserted }
      .compactMap { try library.article($0.article, ordinal: $0.ordinal) }
    return ChainPage(topic: topic, text: text, articles: views, shell: try shell(path)).render()
  }

  private func shell(_ path: String) throws -> PageShell {
    let edition = PageShell.Edition(
      id: try library.edition(), now: try library.now(), clock: try library.clock())
    return PageShell(settings: settings, edition: edition, path: path) { [library] id in
      // A page whose links cannot be looked up is better than none.
      ((try? library.profile(id)) ?? nil)?.hasPage ?? false
    }
  }

  private func front() throws -> SitePage {
    let topics = try library.topics().prefix(Self.mostTeasers + 1)
    let teasers = try topics.enumerated().map { place, topic in
      try teaser(topic, sentences: place == 0 ? Self.leadSentences : 1)
    }
    let headlines = try library.stories().prefix(Self.mostHeadlines).compactMap(headline)
    let page = FrontPage(
      lead: teasers.first, teasers: Array(teasers.dropFirst()), latest: headlines,
      overview: try library.overview(), shell: try shell(PageShell.front))
    return page.render()
  }

  private func teaser(_ topic: Topic, sentences count: Int) throws -> FrontPage.Teaser {
    let first = try library.dossier(topic.id)?.explainer.first
    let sentences = first?.blocks.flatMap { $0.texts.elements } ?? []
    return FrontPage.Teaser(topic: topic, sentences: Array(sentences.prefix(count)))
  }

  private func headline(_ story: Story) throws -> FrontPage.Headline? {
    let articles = try library.summaries(story.articles)
    guard let article = articles.first(where: { $0.title == story.headline }) ?? articles.first
    else { return nil }
    return FrontPage.Headline(
      story: story, article: article, outlets: Set(articles.map(\.outlet)).count)
  }

  private func calendar(_ path: String) throws -> SitePage {
    let events = try library.topics().prefix(CalendarPage.mostTopics).flatMap { topic in
      (try library.dossier(topic.id)?.comingEvents ?? []).map {
        CalendarPage.Entry(topic: topic, event: $0)
      }
    }
    return CalendarPage(entries: events, shell: try shell(path)).render()
  }

  private func topics(_ page: Int, _ path: String) throws -> SitePage? {
    let topics = try library.topics()
    let pager = Pager(name: "topics", total: topics.count, perPage: TopicsPage.perPage)
    guard page <= pager.pageCount else { return nil }
    return TopicsPage(topics: topics, page: page, shell: try shell(path)).render()
  }

  private func entities(_ page: Int, _ path: String) throws -> SitePage? {
    let entities = try library.entities().filter(\.hasPage)
    let pager = Pager(name: "entities", total: entities.count, perPage: EntitiesPage.perPage)
    guard page <= pager.pageCount else { return nil }
    return EntitiesPage(entities: entities, page: page, shell: try shell(path)).render()
  }

  private func articles(_ page: Int, _ path: String) throws -> SitePage? {
    let latestFirst = Array(try library.articleIDs().reversed())
    let pager = Pager(name: "articles", total: latestFirst.count, perPage: ArticlesPage.perPage)
    guard page <= pager.pageCount else { return nil }
    let shown = try library.summaries(Array(latestFirst[pager.range(page)]))
    return ArticlesPage(
      shown: shown, total: latestFirst.count, page: page, shell: try shell(path)
    ).render()
  }

  private func topic(_ id: TopicID, _ path: String) throws -> SitePage? {
    guard let topic = try library.topic(id), let dossier = try library.dossier(id) else {
      return nil
    }
    return try DossierPage(topic: topic, dossier: dossier, shell: try shell(path)).render()
  }

  private func article(_ name: String, _ path: String) throws -> SitePage? {
    try articleView(name).map { try article($0, path) }
  }

  /// The article, or the replaced version, whose page has this name.
  private func articleView(_ name: String) throws -> ArticleView? {
    if let id = try names.article(name, in: library) { return try library.article(id) }
    guard let (base, ordinal) = Self.versionName(name),
      let id = try names.article(base, in: library),
      let view = try library.article(id, ordinal: ordinal), !view.filed.isCurrent
    else { return nil }
    return view
  }

  private func article(_ view: ArticleView, _ path: String) throws -> SitePage {
    let version = view.filed.version
    let previous =
      version.ordinal > 1
      ? try library.filed(version.article.id, ordinal: version.ordinal - 1) : nil
    return try ArticlePage(view: view, previous: previous, shell: try shell(path)).render()
  }

  /// Takes `NAME-vN` apart.
  private static func versionName(_ name: String) -> (base: String, ordinal: Int)? {
    guard let dash = name.lastIndex(of: "-"), name[dash...].hasPrefix("-v"),
      let ordinal = Int(name[name.index(dash, offsetBy: 2)...]), ordinal > 0
    else { return nil }
    return (String(name[..<dash]), ordinal)
  }
}
