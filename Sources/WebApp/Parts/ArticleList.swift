import Composition
import Engine
import NewsModel

/// A list of articles: headline, outlet, date, section.
struct ArticleList {
  let links: SiteLinks

  func render(_ articles: [ArticleSummary]) -> HTML {
    let items = articles.map { article -> HTML in "<li>\(item(article))</li>" }.joined(
      separator: "\n")
    return "<ul class=\"plain articles\">\n\(items)\n</ul>"
  }

  private func item(_ article: ArticleSummary) -> HTML {
    let meta = Words.line([
      HTML(text: article.outlet), article.published.map { Words.time($0) },
      article.section.map { HTML(text: $0) },
      article.isCopy ? "the same text as an earlier article" : nil,
    ])
    return """
      <a href="\(links.article(article.id))">\(article.title)</a><p class="meta">\(meta)</p>
      """
  }
}
