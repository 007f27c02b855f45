import Composition

/// Cuts a long list into pages of the site: `articles.html`, `articles-2.html`, ...
struct Pager {
  let name: String
  let total: Int
  let perPage: Int

  var pageCount: Int { max(1, (total + perPage - 1) / perPage) }

  /// The entries of a page, numbered from 1.
  func range(_ page: Int) -> Range<Int> {
    let start = min(total, (page - 1) * perPage)
    return start..<min(total, start + perPage)
  }

  func path(_ page: Int) -> String { page == 1 ? "\(name).html" : "\(name)-\(page).html" }
  var paths: [String] { (1...pageCount).map(path) }

  /// The links to the pages before and after; nil when there is only one.
  func render(_ page: Int, links: SiteLinks) -> HTML? {
    guard pageCount > 1 else { return nil }
    let before = page > 1 ? link(page - 1, "Previous page", "prev", links) : nil
    let after = page < pageCount ? link(page + 1, "Next page", "next", links) : nil
    return """
      <nav class="pager" aria-label="Pages of this list">\(before)\
      <span>Page \(page) of \(pageCount)</span>\(after)</nav>
      """
  }

  private func link(_ page: Int, _ words: HTML, _ relation: HTML, _ links: SiteLinks) -> HTML {
    "<a rel=\"\(relation)\" href=\"\(links.file(path(page)))\">\(words)</a>"
  }
}
