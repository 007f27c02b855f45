import NewsModel
import Primitives

/// Renders a dossier as the `<article>` of a page, without the page around it.
///
/// The classes are listed in docs/composition.md. It works without JavaScript: a citation is a link to the
/// card at the foot of its part.
public struct DossierHTMLRenderer: Sendable {
  /// Where tables and drawings are shown, and how many sources are listed.
  public enum Extent: Sendable {
    /// Everything in one document.
    case whole
    /// Drawings as pictures and the latest sources, the rest on pages of their own; the tables of the analysis in place or as their findings.
    case linked(tables: Bool)
  }

  /// How many sources a page lists that links to the rest.
  public static let mostSources = 30

  private let links: SiteLinks
  private let extent: Extent

  /// Creates a renderer for a page with these links.
  public init(links: SiteLinks, extent: Extent = .whole) {
    self.links = links
    self.extent = extent
  }

  private var isLinked: Bool {
    if case .linked = extent { true } else { false }
  }

  private var hasTables: Bool {
    if case .linked(tables: false) = extent { false } else { true }
  }

  /// The cited texts that are shown, in order of appearance.
  public func shown(of dossier: Dossier) -> [CitedText] {
    dossier.explainer.flatMap(\.citedTexts) + dossier.questions.flatMap(\.answer.elements)
      + dossier.tables.flatMap { hasTables ? $0.citedTexts : [$0.finding] }
      + dossier.graphics.flatMap { isLinked ? [$0.title] : $0.citedTexts }
  }

  /// A part before its cards are known: a later part may add a corroborating source to a card.
  private struct Part {
    let name: String
    let heading: String
    let content: HTML
    let cards: Range<Int>
  }

  /// Renders all parts; a part without content is left out.
  public func render(_ dossier: Dossier) -> HTML {
    var ids = ElementIDs()
    let chained = Set(dossier.chained.map(\.id))
    var cards = CitationCards(links: links, chains: .init(topic: dossier.topic, texts: chained))
    let contents: [(name: String, heading: String, render: Renderer)] = [
      ("explainer", "Explainer", explainer), ("questions", "Questions and answers", questions),
      ("analysis", "Analysis", analysis), ("graphics", "In pictures", graphics),
      ("sources", "Sources", sources),
    ]
    let parts = contents.compactMap { part -> Part? in
      let first = cards.count
      guard let content = part.render(dossier, &cards, &ids) else { return nil }
      return Part(
        name: part.name, heading: part.heading, content: content, cards: first..<cards.count)
    }
    let sections = parts.map { part -> HTML in
      """
      <section class="part part-\(part.name)" id="\(part.name)" aria-labelledby="h-\(part.name)">\
      <h2 id="h-\(part.name)">\(part.heading)</h2>\(part.content)\(cards.list(part.cards))</section>
      """
    }
    return "<article class=\"dossier\">\(sections.joined(separator: "\n"))</article>"
  }

  private typealias Renderer = (Dossier, inout CitationCards, inout ElementIDs) -> HTML?

  private func explainer(
    _ dossier: Dossier, _ cards: inout CitationCards, _ ids: inout ElementIDs
  ) -> HTML? {
    guard !dossier.explainer.isEmpty else { return nil }
    var content = HTML()
    for section in dossier.explainer {
      let renderer = ExplainerHTMLRenderer(links: links)
      content += renderer.render(section, cards: &cards, ids: &ids)
    }
    return content
  }

  private func questions(
    _ dossier: Dossier, _ cards: inout CitationCards, _ ids: inout ElementIDs
  ) -> HTML? {
    guard !dossier.questions.isEmpty else { return nil }
    var content = HTML()
    for question in dossier.questions {
      let answer = question.answer.map { cards.span($0, ids: &ids) }.joined(separator: " ")
      content += """
        <div class="question"><h3>\(question.question)</h3><p class="answer">\(answer)</p></div>
        """
    }
    return content
  }

  private func analysis(
    _ dossier: Dossier, _ cards: inout CitationCards, _ ids: inout ElementIDs
  ) -> HTML? {
    guard !dossier.tables.isEmpty else { return nil }
    var content = HTML()
    for table in dossier.tables {
      let finding = cards.span(table.finding, ids: &ids)
      let body: HTML? =
        hasTables
        ? TableHTMLRenderer(links: links).render(table, cards: &cards, ids: &ids) : nil
      content += """
        <section class="analysis analysis-\(table.id)" aria-labelledby="t-\(table.id)">\
        <h3 id="t-\(table.id)">\(table.title)</h3><p class="finding">\(finding)</p>\(body)\
        \(FigureLinks(links: links, topic: dossier.topic).render(table, hasPage: isLinked))</section>
        """
    }
    return content
  }

  private func graphics(
    _ dossier: Dossier, _ cards: inout CitationCards, _ ids: inout ElementIDs
  ) -> HTML? {
    guard !dossier.graphics.isEmpty else { return nil }
    var content = HTML()
    for graphic in dossier.graphics {
      let title = cards.span(graphic.title, ids: &ids)
      let drawing: HTML
      if isLinked {
        drawing = FigureLinks(links: links, topic: dossier.topic).picture(graphic)
      } else {
        let table = TableHTMLRenderer(links: links).render(
          graphic.table, cards: &cards, ids: &ids)
        drawing = """
          <div class="drawing-scroll">\(HTML(stringLiteral: graphic.svg))</div><div class="beside">\(table)</div>
          """
      }
      content += """
        <figure class="graphic graphic-\(graphic.id)" aria-labelledby="g-\(graphic.id)">\
        <h3 id="g-\(graphic.id)">\(title)</h3>\(drawing)\
        \(FigureLinks(links: links, topic: dossier.topic).render(graphic, hasPage: isLinked))</figure>
        """
    }
    return content
  }

  private func sources(
    _ dossier: Dossier, _ cards: inout CitationCards, _ ids: inout ElementIDs
  ) -> HTML? {
    guard !dossier.sources.isEmpty else { return nil }
    let shown = isLinked ? dossier.sources.prefix(Self.mostSources) : dossier.sources[...]
    let note = dossier.partNote.map { note -> HTML in "<p class=\"source-note\">\(note)</p>" }
    let sources = SourceListHTMLRenderer(links: links).render(shown, of: dossier)
    let list: HTML = "\(note)\(sources)"
    guard shown.count < dossier.sources.count else { return list }
    let page = links.file(SiteLinks.path(sourcesOf: dossier.topic) + ".html")
    return """
      \(list)<p><a href="\(page)">All \(NewspaperStyle.count(dossier.sources.count, "source"))</a></p>
      """
  }
}
