import Composition

/// What a reader sees at an address that the site does not have.
struct NotFoundPage {
  static let path = "404.html"

  let shell: PageShell

  func render() -> SitePage {
    let links = shell.links
    let content: HTML = """
      <header class="page-head"><h1>There is no such page</h1><p class="standfirst">The address may be \
      misspelt, or the page belonged to an earlier edition.</p></header>
      <div class="prose"><p>Go on from the <a href="\(links.file(PageShell.front))">front page</a>, the \
      <a href="\(links.file("topics.html"))">topics</a>, the \
      <a href="\(links.file("entities.html"))">people and organisations</a> or the \
      <a href="\(links.file("articles.html"))">articles</a>.</p></div>
      """
    let head = PageShell.Head(title: "No such page", description: "There is no such page.")
    return .html(shell.path, shell.render(head, content), PageEvidence())
  }
}
