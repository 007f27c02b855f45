import NewsModel
import Primitives

/// Renders a table or a drawing of a dossier for a page of its own: the finding, the drawing with a link from every mark to its
/// sentence, the table, and the cards of all that is cited.
public struct FigureHTMLRenderer: Sendable {
  private let links: SiteLinks

  /// Creates a renderer for a page with these links.
  public init(links: SiteLinks) {
    self.links = links
  }

  /// A table with its finding above it.
  public func render(_ table: CitedTable, of dossier: Dossier) -> HTML {
    render(table, drawing: nil, of: dossier)
  }

  /// A drawing with its table below it.
  public func render(_ graphic: Graphic, of dossier: Dossier) -> HTML {
    render(graphic.table, drawing: graphic, of: dossier)
  }

  private func render(_ table: CitedTable, drawing: Graphic?, of dossier: Dossier) -> HTML {
    var ids = ElementIDs()
    let chained = Set(dossier.chained.map(\.id))
    var cards = CitationCards(links: links, chains: .init(topic: dossier.topic, texts: chained))
    let finding = cards.span(drawing?.title ?? table.finding, ids: &ids)
    let body = TableHTMLRenderer(links: links).render(table, cards: &cards, ids: &ids)
    let picture = drawing.map { graphic -> HTML in
      """
      <div class="drawing-scroll" tabindex="0" role="region" aria-label="Drawing">\
      \(HTML(stringLiteral: graphic.svg))</div>
      """
    }
    let files = FigureLinks(links: links, topic: dossier.topic)
    let downloads =
      drawing.map { files.render($0, hasPage: false) } ?? files.render(table, hasPage: false)
    return """
      <p class="finding">\(finding)</p>\(picture)\(body)\(downloads)\(cards.list)
      """
  }
}

/// The links from a table or drawing to its page and its files.
struct FigureLinks {
  let links: SiteLinks
  let topic: TopicID

  func render(_ table: CitedTable, hasPage: Bool) -> HTML {
    line([
      hasPage
        ? "<a href=\"\(links.figure(table.id, of: topic))\">The table with its sources</a>" : nil,
      csv(table),
    ])
  }

  func render(_ graphic: Graphic, hasPage: Bool) -> HTML {
    let svg = links.file(SiteLinks.path(drawing: graphic.id, of: topic, as: "svg"))
    return line([
      hasPage
        ? "<a href=\"\(links.figure(graphic.id, of: topic))\">Figures and sources</a>"
        : nil,
      "<a href=\"\(svg)\">The drawing as SVG</a>", csv(graphic.table),
    ])
  }

  /// The drawing as a picture of a given size, so that nothing moves when it is loaded; it leads to its page.
  func picture(_ graphic: Graphic) -> HTML {
    let file = links.file(SiteLinks.path(drawing: graphic.id, of: topic, as: "svg"))
    let size = graphic.size
    return """
      <div class="drawing-scroll"><a href="\(links.figure(graphic.id, of: topic))">\
      <img class="drawing drawing-\(graphic.id)" src="\(file)" width="\(size.width)" height="\(size.height)" \
      alt="\(graphic.description)"></a></div>
      """
  }

  private func csv(_ table: CitedTable) -> HTML {
    "<a href=\"\(links.table(table.id, of: topic))\">The figures as CSV</a>"
  }

  private func line(_ parts: [HTML?]) -> HTML {
    let dot: HTML = "<span class=\"sep\" aria-hidden=\"true\">·</span>"
    return "<p class=\"meta as-data\">\(parts.compactMap(\.self).joined(separator: dot))</p>"
  }
}

extension Graphic {
  /// Width and height in units of the drawing, from its view box; 680 by 300 when it has none.
  var size: (width: Int, height: Int) {
    let start = "viewBox=\"0 0 "
    guard let box = svg.firstRange(of: start) else { return (680, 300) }
    let numbers = svg[box.upperBound...].prefix { $0 != "\"" }.split(separator: " ")
      .compactMap { Double($0) }
    guard numbers.count == 2 else { return (680, 300) }
    return (Int(numbers[0].rounded(.up)), Int(numbers[1].rounded(.up)))
  }
}
