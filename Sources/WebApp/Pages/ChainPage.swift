import Composition
import Engine
import NewsModel
import Primitives

/// "How we know this": the chain from a shown sentence back to the articles that it rests on.
///
/// What is shown, what was changed in it, the sentence in its source, the version of the article, its outlet, the text that it was made
/// from with its copies, and the other origins that say the same.
struct ChainPage {
  let topic: Topic
  let text: CitedText
  /// The articles of the citations, each version once, in the order of the citations.
  let articles: [ArticleView]
  let shell: PageShell

  private var links: SiteLinks { shell.links }

  func render() -> SitePage {
    var ids = ElementIDs()
    var cards = CitationCards(links: links)
    let shown = cards.span(text, ids: &ids)
    let content: HTML = """
      <header class="page-head"><p class="kicker"><a href="\(links.topic(topic.id))">\(topic.name)</a></p>
      <h1>How we know this</h1></header>
      <ol class="chain">
      <li><h2>As it is shown</h2><p class="lead">\(shown)</p></li>
      <li><h2>What was changed</h2>\(changes)</li>
      <li><h2>The words in the source</h2>\(cards.list(0..<cards.count))</li>
      <li><h2>The article and where it comes from</h2>\(articles.map(source).joined())</li>
      <li><h2>Who else says so</h2>\(support)</li>
      </ol>
      """
    let head = PageShell.Head(
      title: "How we know this: \(topic.name)",
      description: "The chain from a shown sentence back to its article.", style: "chain-page")
    return .html(shell.path, shell.render(head, content), PageEvidence(texts: [text]))
  }

  private var changes: HTML {
    let edits = text.edits
    guard !edits.isEmpty else {
      return "<p>Nothing: these are the words of the article, in their order.</p>"
    }
    let items = edits.map { edit -> HTML in
      switch edit {
      case .replaced(let old, let new):
        "<li>“\(old)” gave way to “[\(new)]”, so that the sentence can be understood alone.</li>"
      case .putIn(let new): "<li>“[\(new)]” was put in, so that it can be understood alone.</li>"
      case .leftOut(let old): "<li>“\(old)” was left out at the start.</li>"
      case .workedOut(let new): "<li>“\(new)” was worked out from the cited words.</li>"
      }
    }
    return "<ul>\(items.joined())</ul>"
  }

  private func source(_ view: ArticleView) -> HTML {
    let version = view.filed.version
    let article = version.article
    let ordinal = view.filed.isCurrent ? nil : version.ordinal
    let path = SiteLinks.path(article: article.id, ordinal: ordinal)
    let facts: [(String, HTML?)] = [
      ("Outlet", HTML(text: article.outlet ?? "Unnamed outlet")),
      ("Published", article.published.map { Words.time($0) }),
      ("Changed", article.modified.map { Words.time($0) }),
      ("Version", HTML(text: "\(version.ordinal) of \(view.ordinals.count)")),
      ("Name of the version", "<code>\(version.id.rawValue)</code>"),
      ("Address", HTML.address(article.url).map { "<a href=\"\($0)\" rel=\"noopener\">\($0)</a>" }),
      ("Written by", view.origin.source.map { HTML(text: $0) }),
      ("Copies of the same text", copies(view)),
    ]
    let rows = facts.compactMap { name, value -> HTML? in
      value.map { "<div><dt>\(name)</dt><dd>\($0)</dd></div>" }
    }
    return """
      <h3><a href="\(links.file(path))">\(article.title ?? "Untitled article")</a></h3>\
      <dl class="facts">\(rows.joined())</dl>
      """
  }

  private func copies(_ view: ArticleView) -> HTML {
    guard !view.sameOrigin.isEmpty else { return "none found" }
    return view.sameOrigin.map { other -> HTML in
      "<a href=\"\(links.article(other.id))\">\(other.outlet)</a>"
    }.joined(separator: ", ")
  }

  private var support: HTML {
    let count = NewspaperStyle.count(text.originCount, "origin")
    guard !text.corroborating.isEmpty else {
      return "<p>It rests on \(count). No other was found that says the same in like words.</p>"
    }
    let items = text.corroborating.map { other -> HTML in
      "<li><cite>\(other.outlet)</cite>: <a href=\"\(links.citation(other))\">\(other.title)</a></li>"
    }
    return """
      <p>\(NewspaperStyle.capitalised(count)) say the same; copies are not counted.</p>\
      <ul>\(items.joined())</ul>
      """
  }
}
