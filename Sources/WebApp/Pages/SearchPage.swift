import Composition
import Engine
import HTTPServer
import NewsModel
import Primitives

/// The search page: with results on a server, with a script of its own in an exported site.
struct SearchPage {
  static let path = "search.html"
  static let perPage = 20
  static let indexPath = "assets/search-index.js"
  static let scriptPath = "assets/search.js"

  let shell: PageShell

  /// The page of an exported site.
  func renderStatic() -> SitePage {
    let links = shell.links
    let content: HTML = """
      \(head(query: ""))
      <div id="results" aria-live="polite"></div>
      <noscript><p class="note-box">Searching an exported site needs JavaScript. Without it, use the indexes: \
      <a href="\(links.file("topics.html"))">topics</a>, \
      <a href="\(links.file("entities.html"))">people and organisations</a>, \
      <a href="\(links.file("articles.html"))">articles</a>.</p></noscript>
      """
    let head = PageShell.Head(
      title: "Search", description: "Search the articles.", style: "search",
      scripts: [Self.indexPath, Self.scriptPath])
    return .html(shell.path, shell.render(head, content), PageEvidence())
  }

  /// The page of a server for a reader's query.
  func render(query: String, results: SearchResults, page: Int) -> SitePage {
    let content: HTML = """
      \(head(query: query))
      <div id="results">\(summary(query, results))\(hits(results))\(pager(query, results, page))</div>
      """
    let title = query.isEmpty ? "Search" : "Search: \(query)"
    let head = PageShell.Head(title: title, description: "Search the articles.", style: "search")
    return .html(shell.path, shell.render(head, content), PageEvidence())
  }

  private func head(query: String) -> HTML {
    """
    <header class="page-head"><h1>Search</h1></header>
    <form class="search-form" role="search" action="\(shell.links.file(Self.path))" method="get">\
    <label class="sr" for="q">Words to find</label>\
    <input id="q" name="q" type="search" value="\(query)" autocomplete="off">\
    <button type="submit">Search</button></form>
    """
  }

  private func summary(_ query: String, _ results: SearchResults) -> HTML? {
    if query.isEmpty { return nil }
    if results.total == 0 {
      return """
        <p class="silence">No sentence in the articles has these words. Try fewer or other words.</p>
        """
    }
    let most = SearchResults.mostCounted
    let count =
      results.total > most
      ? "More than \(NewspaperStyle.digits(most)) sentences"
      : NewspaperStyle.capitalised(NewspaperStyle.count(results.total, "sentence"))
    let which =
      results.matchedAll ? "with all these words" : "with some of these words; none has all"
    return "<p class=\"meta\">\(count) \(which)</p>"
  }

  private func hits(_ results: SearchResults) -> HTML? {
    guard !results.hits.isEmpty else { return nil }
    let items = results.hits.map { hit -> HTML in
      let meta = Words.line([
        HTML(text: hit.citation.outlet), hit.citation.published.map { Words.time($0) },
      ])
      return """
        <li><p>\(marked(hit))</p>\
        <p class="meta"><a href="\(shell.links.citation(hit.citation))">\(hit.citation.title)</a></p>\
        <p class="meta">\(meta)</p></li>
        """
    }
    return "<ol class=\"said\">\n\(items.joined(separator: "\n"))\n</ol>"
  }

  /// The sentence with the words that were found marked; ranges that do not fit are passed over.
  private func marked(_ hit: SearchHit) -> HTML {
    let text = UTF8Text(hit.citation.exact)
    var result = HTML()
    var position = 0
    for match in hit.matches.sorted() where match.start >= position {
      guard let before = text.words(at: ByteRange(position, match.start)),
        let words = text.words(at: match)
      else { continue }
      result += "\(before)<mark>\(words)</mark>"
      position = match.end
    }
    result += HTML(text: text.words(at: ByteRange(position, text.count)) ?? "")
    return result
  }

  private func pager(_ query: String, _ results: SearchResults, _ page: Int) -> HTML? {
    let last = max(1, (results.total + Self.perPage - 1) / Self.perPage)
    guard last > 1 else { return nil }
    func link(_ number: Int, _ words: HTML) -> HTML {
      let address = "\(Self.path)?q=\(PercentCoding.encode(query))&page=\(number)"
      return "<a href=\"\(shell.links.file(address))\">\(words)</a>"
    }
    let before = page > 1 ? link(page - 1, "Previous page") : nil
    let after = page < last ? link(page + 1, "Next page") : nil
    return """
      <nav class="pager" aria-label="Pages of results">\(before)<span>Page \(page) of \(last)</span>\(after)</nav>
      """
  }
}
