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

  /// Renders all parts; a part without content is left out.
  public func render(_ dossier: Dossier) -> HTML {
    var ids = ElementIDs()
    let parts = [
      explainer(dossier, &ids), questions(dossier, &ids), analysis(dossier, &ids),
      graphics(dossier, &ids), sources(dossier),
    ]
    return
      "<article class=\"dossier\">\(parts.compactMap(\.self).joined(separator: "\n"))</article>"
  }

  private func explainer(_ dossier: Dossier, _ ids: inout ElementIDs) -> HTML? {
    guard !dossier.explainer.isEmpty else { return nil }
    var cards = CitationCards(part: "explainer", links: links)
    var content = HTML()
    for section in dossier.explainer {
      let renderer = ExplainerHTMLRenderer(links: links)
      content += renderer.render(section, cards: &cards, ids: &ids)
    }
    return part("explainer", "Explainer", content, cards.list)
  }

  private func questions(_ dossier: Dossier, _ ids: inout ElementIDs) -> HTML? {
    guard !dossier.questions.isEmpty else { return nil }
    var cards = CitationCards(part: "questions", links: links)
    var content = HTML()
    for question in dossier.questions {
      let answer = question.answer.map { cards.span($0, ids: &ids) }.joined(separator: " ")
      content += """
        <div class="question"><h3>\(question.question)</h3><p class="answer">\(answer)</p></div>
        """
    }
    return part("questions", "Questions and answers", content, cards.list)
  }

  private func analysis(_ dossier: Dossier, _ ids: inout ElementIDs) -> HTML? {
    guard !dossier.tables.isEmpty else { return nil }
    var cards = CitationCards(part: "analysis", links: links)
    var content = HTML()
    for table in dossier.tables {
      let finding = cards.span(table.finding, ids: &ids)
      let body = TableHTMLRenderer(links: links).render(table, cards: &cards, ids: &ids)
      content += """
        <section class="analysis analysis-\(table.id)" aria-labelledby="t-\(table.id)">\
        <h3 id="t-\(table.id)">\(table.title)</h3><p class="finding">\(finding)</p>\(body)</section>
        """
    }
    return part("analysis", "Analysis", content, cards.list)
  }

  private func graphics(_ dossier: Dossier, _ ids: inout ElementIDs) -> HTML? {
    guard !dossier.graphics.isEmpty else { return nil }
    var cards = CitationCards(part: "graphics", links: links)
    var content = HTML()
    for graphic in dossier.graphics {
      let title = cards.span(graphic.title, ids: &ids)
      let table = TableHTMLRenderer(links: links).render(graphic.table, cards: &cards, ids: &ids)
      content += """
        <figure class="graphic graphic-\(graphic.id)" aria-labelledby="g-\(graphic.id)">\
        <h3 id="g-\(graphic.id)">\(title)</h3>\(HTML(stringLiteral: graphic.svg))\
        <div class="beside">\(table)</div></figure>
        """
    }
    return part("graphics", "In pictures", content, cards.list)
  }

  private func sources(_ dossier: Dossier) -> HTML? {
    guard !dossier.sources.isEmpty else { return nil }
    let renderer = SourceHTMLRenderer(links: links)
    let items = dossier.sources.map { renderer.render($0, among: dossier.sources) }.joined()
    return part("sources", "Sources", "<ol class=\"sources\">\(items)</ol>", nil)
  }

  private func part(_ name: String, _ heading: String, _ content: HTML, _ cards: HTML?) -> HTML {
    """
    <section class="part part-\(name)" id="\(name)" aria-labelledby="h-\(name)">\
    <h2 id="h-\(name)">\(heading)</h2>\(content)\(cards)</section>
    """
  }
}
