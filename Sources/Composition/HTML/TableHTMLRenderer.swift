import NewsModel

/// Renders a table with its caption, column heads and row heads.
struct TableHTMLRenderer {
  let links: SiteLinks

  func render(
    _ table: CitedTable, cards: inout CitationCards, ids: inout ElementIDs
  ) -> HTML {
    let heads = table.columns.map { column -> HTML in "<th scope=\"col\">\(column)</th>" }
    var rows = HTML()
    for row in table.rows {
      rows += "<tr>"
      for (index, cell) in row.cells.enumerated() {
        let content = self.cell(cell, cards: &cards, ids: &ids)
        rows += index == 0 ? rowHead(content, row.entity) : "<td>\(content)</td>"
      }
      rows += "</tr>"
    }
    return """
      <div class="table-scroll" tabindex="0" role="region" aria-label="\(table.title)">\
      <table class="table-\(table.id)"><caption>\(table.title)</caption>\
      <thead><tr>\(heads.joined())</tr></thead><tbody>\(rows)</tbody></table></div>
      """
  }

  private func rowHead(_ content: HTML, _ entity: EntityID?) -> HTML {
    let page = entity.map { id -> HTML in
      " <a class=\"entity-link\" href=\"\(links.entity(id))\">page</a>"
    }
    return "<th scope=\"row\">\(content)\(page)</th>"
  }

  private func cell(
    _ cell: CitedTable.Cell, cards: inout CitationCards, ids: inout ElementIDs
  ) -> HTML {
    switch cell {
    case .cited(let text): return cards.span(text, ids: &ids)
    case .silence(let searched):
      let articles = NewspaperStyle.count(searched, "article")
      return "<span class=\"silence\">none found in \(articles)</span>"
    }
  }
}
