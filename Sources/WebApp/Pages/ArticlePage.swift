import Composition
import Engine
import NewsModel
import Primitives

/// The page of one version of an article.
struct ArticlePage {
  let view: ArticleView
  /// The version before, when there is one, to show what was changed.
  let previous: FiledArticle?
  let shell: PageShell

  private var filed: FiledArticle { view.filed }
  private var article: Article { view.filed.version.article }
  private var links: SiteLinks { shell.links }
  private var title: String { article.title ?? "Untitled article" }
  private var outlet: String { article.outlet ?? "Unnamed outlet" }

  func render() throws -> SitePage {
    let text = ArticleTextRenderer(filed, profiles: view.profiles, links: links)
    let content: HTML = """
      <article class="news">
      \(head)
      \(VersionNotices(view: view, links: links).render())
      \(CopyNotice(view: view, links: links).render())
      \(hasStatements ? Self.key : nil)
      \(text.render())
      \(smallPrint)
      </article>
      \(VersionChanges(current: filed, previous: previous, links: links).render())
      \(ArticleSurroundings(view: view, links: links, now: shell.edition.now).render())
      """
    let head = PageShell.Head(
      title: title, description: article.standfirst ?? "\(title), \(outlet)", style: "article",
      extra: try LinkedData().render(filed, profiles: view.profiles))
    let evidence = PageEvidence(
      article: ShownArticle(version: filed.version.id, sentences: text.sentences))
    return .html(shell.path, shell.render(head, content), evidence)
  }

  private var hasStatements: Bool { !filed.analysis.statements.isEmpty }

  private var head: HTML {
    let kicker = article.section.map { section -> HTML in "<p class=\"kicker\">\(section)</p>" }
    let standfirst = article.standfirst.map { words -> HTML in
      "<p class=\"standfirst\">\(words)</p>"
    }
    return """
      <header class="article-head">\(kicker)<h1>\(title)</h1>\(standfirst)\(byline)\
      <p class="meta">\(facts)</p></header>
      """
  }

  private var byline: HTML? {
    guard !article.byline.isEmpty else { return nil }
    return "<p class=\"byline\">By \(NewspaperStyle.list(article.byline))</p>"
  }

  private var facts: HTML {
    let minutes = Words.readingMinutes(filed.text)
    let address = HTML.address(article.url).map { url -> HTML in
      "<a href=\"\(url)\" rel=\"external noopener\">At the outlet</a>"
    }
    let changed = article.modified.map { time -> HTML in "changed \(Words.time(time))" }
    return Words.line([
      HTML(text: outlet), article.published.map { Words.time($0) }, changed,
      HTML(text: "\(minutes) min read"), address,
    ])
  }

  /// How direct and indirect speech are told apart, once before the text.
  private static let key: HTML = """
    <p class="key">Who says what: <span class="st st-direct">direct speech</span>, \
    <span class="st st-indirect">the reporter’s words for it</span>, \
    <span class="st st-mixed">partly quoted</span>. The rule and the name beside a paragraph tell the speaker \
    and on what footing.</p>
    """

  private var smallPrint: HTML? {
    let credits = article.credits.map { line -> HTML in "<p>\(line)</p>" }.joined()
    let rights = article.rights.map { line -> HTML in "<p>\(line)</p>" }
    guard !article.credits.isEmpty || rights != nil else { return nil }
    return "<div class=\"small-print\">\(credits)\(rights)</div>"
  }
}
