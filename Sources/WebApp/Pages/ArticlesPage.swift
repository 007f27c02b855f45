import Composition
import Engine
import NewsModel

/// The index of articles, latest first.
struct ArticlesPage {
  static let perPage = 100

  /// The articles of this page only.
  let shown: [ArticleSummary]
  let total: Int
  let page: Int
  let shell: PageShell

  func render() -> SitePage {
    let pager = Pager(name: "articles", total: total, perPage: Self.perPage)
    let content: HTML = """
      <header class="page-head"><h1>Articles</h1><p class="standfirst">\
      \(NewspaperStyle.capitalised(NewspaperStyle.count(total, "article"))), the latest first.</p></header>
      <div class="index">\(ArticleList(links: shell.links).render(shown))\
      \(pager.render(page, links: shell.links))</div>
      """
    let head = PageShell.Head(title: "Articles", description: "All articles, the latest first.")
    return .html(shell.path, shell.render(head, content), PageEvidence())
  }
}
