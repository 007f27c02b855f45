import NewsModel
import Primitives

/// Renders a dossier as the `<article>` of a page, without the page around it.
///
/// The classes are listed in docs/composition.md. It works without JavaScript: a citation is a link to the
/// card at the foot of its part.
public struct DossierHTMLRenderer: Sendable {
  private let links: SiteLinks

  /// Creates a renderer for a page with these links.
  public init(links: SiteLinks) {
    self.links = links
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
      let body = TableHTMLRenderer(links: links).render(table, cards: &cards, ids: &ids)
      content += """
        <section class="analysis analysis-\(table.id)" aria-labelledby="t-\(table.id)">\
        <h3 id="t-\(table.id)">\(table.title)</h3><p class="finding">\(finding)</p>\(body)\(download(table, dossier))</section>
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
      let table = TableHTMLRenderer(links: links).render(graphic.table, cards: &cards, ids: &ids)
      content += """
        <figure class="graphic graphic-\(graphic.id)" aria-labelledby="g-\(graphic.id)">\
        <h3 id="g-\(graphic.id)">\(title)</h3><div class="drawing-scroll">\(HTML(stringLiteral: graphic.svg))</div>\
        <div class="beside">\(table)\(pictures(graphic, dossier))\(download(graphic.table, dossier))</div></figure>
        """
    }
    return content
  }

  private func pictures(_ graphic: Graphic, _ dossier: Dossier) -> HTML {
    let file = links.file(SiteLinks.path(drawing: graphic.id, of: dossier.topic, as: "svg"))
    return "<p class=\"meta as-data\"><a href=\"\(file)\">The drawing as SVG</a></p>"
  }

  private func download(_ table: CitedTable, _ dossier: Dossier) -> HTML {
    """
    <p class="meta as-data"><a href="\(links.table(table.id, of: dossier.topic))">\(table.title) \
    as CSV</a></p>
    """
  }

  private func sources(
    _ dossier: Dossier, _ cards: inout CitationCards, _ ids: inout ElementIDs
  ) -> HTML? {
    guard !dossier.sources.isEmpty else { return nil }
    let renderer = SourceHTMLRenderer(links: links)
    let items = dossier.sources.map { renderer.render($0, among: dossier.sources) }.joined()
    return "<ol class=\"sources\">\(items)</ol>"
  }
}
