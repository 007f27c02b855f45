import NewsModel

/// Renders a table with its caption, column heads and row heads.
struct TableHTMLRenderer {
  let links: SiteLinks

  func render(
    _ table: CitedTable, cards: inout CitationCards, ids: inout ElementIDs
  ) -> HTML {
    let isWide = table.columns.count > 2
    let heads = table.columns.map { column -> HTML in "<th scope=\"col\">\(column)</th>" }
    var rows = HTML()
    for row in table.rows {
      rows += "<tr>"
      for (index, cell) in row.cells.enumerated() {
        let page = index == 0 ? row.entity.flatMap(links.entity) : nil
        let content = self.cell(cell, page: page, cards: &cards, ids: &ids)
        // On a narrow screen a row is a block and each cell says which column it is of.
        let head: HTML? = isWide ? " data-of=\"\(table.columns[index])\"" : nil
        rows += index == 0 ? "<th scope=\"row\">\(content)</th>" : "<td\(head)>\(content)</td>"
      }
      rows += "</tr>"
    }
    return """
      <div class="table-scroll" tabindex="0" role="region" aria-label="\(table.title)">\
      <table class="table-\(table.id)"><caption>\(table.title)</caption>\
      <thead><tr>\(heads.joined())</tr></thead><tbody>\(rows)</tbody></table></div>
      """
  }

  private func cell(
    _ cell: CitedTable.Cell, page: String?, cards: inout CitationCards, ids: inout ElementIDs
  ) -> HTML {
    switch cell {
    case .cited(let text): return cards.span(text, ids: &ids, page: page)
    case .silence(let searched):
      let articles = NewspaperStyle.count(searched, "article")
      return "<span class=\"silence\">none found in \(articles)</span>"
    }
  }
}
