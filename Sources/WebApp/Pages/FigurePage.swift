import Composition
import Engine
import NewsModel
import Primitives

/// The page of one table or drawing of a dossier, with everything that it rests on.
struct FigurePage {
  /// What the page shows.
  enum Figure {
    case table(CitedTable)
    case graphic(Graphic)

    /// Its name in addresses.
    var id: String { table.id }

    /// The figures.
    var table: CitedTable {
      switch self {
      case .table(let table): table
      case .graphic(let graphic): graphic.table
      }
    }
  }

  let figure: Figure
  let dossier: Dossier
  let shell: PageShell

  /// The tables and drawings of a dossier, each name once.
  static func figures(_ dossier: Dossier) -> [Figure] {
    var seen: Set<String> = []
    return (dossier.tables.map(Figure.table) + dossier.graphics.map(Figure.graphic))
      .filter { seen.insert($0.id).inserted }
  }

  func render() -> SitePage {
    let links = shell.links
    let renderer = FigureHTMLRenderer(links: links)
    let (body, texts) =
      switch figure {
      case .table(let table): (renderer.render(table, of: dossier), table.citedTexts)
      case .graphic(let graphic): (renderer.render(graphic, of: dossier), graphic.citedTexts)
      }
    let content: HTML = """
      <header class="page-head"><p class="kicker"><a href="\(links.topic(dossier.topic))">\(dossier.name)</a></p>\
      <h1>\(figure.table.title)</h1></header>
      <div class="figure-page">\(body)</div>
      """
    let head = PageShell.Head(
      title: "\(figure.table.title): \(dossier.name)", description: figure.table.finding.text,
      style: "figure-of-topic")
    return .html(shell.path, shell.render(head, content), PageEvidence(texts: texts))
  }
}

/// One page of the list of a dossier's sources.
struct SourcesPage {
  static let perPage = 150

  let dossier: Dossier
  let page: Int
  let shell: PageShell

  /// The pages of the list; nil when the dossier's own page shows all sources.
  static func pager(_ dossier: Dossier) -> Pager? {
    guard dossier.sources.count > DossierHTMLRenderer.mostSources else { return nil }
    return Pager(
      name: SiteLinks.path(sourcesOf: dossier.topic), total: dossier.sources.count,
      perPage: perPage)
  }

  /// The page; nil when the list has no such page.
  func render() -> SitePage? {
    guard let pager = Self.pager(dossier), page <= pager.pageCount else { return nil }
    let links = shell.links
    let list = SourceListHTMLRenderer(links: links)
      .render(dossier.sources[pager.range(page)], of: dossier)
    let count = NewspaperStyle.capitalised(NewspaperStyle.count(dossier.sources.count, "article"))
    let content: HTML = """
      <header class="page-head"><p class="kicker"><a href="\(links.topic(dossier.topic))">\(dossier.name)</a></p>\
      <h1>Sources</h1><p class="standfirst">\(count), the latest first.</p></header>
      \(list)\(pager.render(page, links: links))
      """
    let head = PageShell.Head(
      title: "Sources: \(dossier.name)", description: "All articles on \(dossier.name).")
    return .html(shell.path, shell.render(head, content), PageEvidence())
  }
}
