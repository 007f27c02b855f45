import Composition
import Engine
import NewsModel
import Primitives

/// What outlets changed in their articles after publication, the latest first.
struct ChangesPage {
  static let path = "changes.html"
  static let mostChanges = 200

  let changes: [ChangeView]
  let shell: PageShell

  func render() -> SitePage {
    let items = changes.map { change -> HTML in
      let time = change.time.map { time -> HTML in "\(Words.time(time)) · " }
      let gone =
        change.sentences == 0
        ? "nothing was taken out"
        : "\(NewspaperStyle.count(change.sentences, "sentence")) taken out or changed"
      return """
        <li><a href="\(shell.links.article(change.article.id))">\(change.article.title)</a>\
        <p class="meta">\(time)\(change.article.outlet) · version \(change.ordinal) · \(gone)</p></li>
        """
    }
    let list: HTML =
      changes.isEmpty
      ? "<p class=\"silence\">No article was changed after it was first read.</p>"
      : "<ul class=\"plain articles\">\(items.joined())</ul>"
    let content: HTML = """
      <header class="page-head"><h1>What changed</h1><p class="standfirst">Articles that their outlets changed \
      after publication. Every version is kept; a sentence that is gone is marked wherever it was cited.</p>\
      <p class="meta as-data"><a href="changes.atom">Feed</a> · <a href="changes/feed.json">JSON Feed</a></p></header>
      <div class="index">\(list)</div>
      """
    let head = PageShell.Head(
      title: "What changed", description: "What outlets changed after publication.")
    return .html(Self.path, shell.render(head, content), PageEvidence())
  }
}
