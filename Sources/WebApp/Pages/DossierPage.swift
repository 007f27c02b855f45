import Composition
import Engine
import NewsModel
import Primitives

/// The page of a topic: what is known about it, with a list of its parts.
struct DossierPage {
  let topic: Topic
  let dossier: Dossier
  let shell: PageShell

  func render() throws -> SitePage {
    let (body, texts) = body
    let content: HTML = """
      <header class="page-head"><p class="kicker">Background</p><h1>\(dossier.name)</h1>
      <p class="meta">\(TopicLine(topic: topic, now: shell.edition.now).render())</p>
      \(Sparkline(trend: topic.trend, width: 640, height: 48).render())
      <p class="meta as-data">\(asData)</p></header>
      <div class="with-contents">
      \(contents)
      \(body)
      </div>
      """
    let head = PageShell.Head(
      title: dossier.name,
      description: dossier.explainer.first?.blocks.first.texts.first.text ?? dossier.name,
      style: "dossier-page",
      extra: """
        <link rel="alternate" type="application/atom+xml" title="\(dossier.name)" href="\(data("atom"))">
        \(try LinkedData().render(dossier))
        """)
    return .html(
      shell.path, shell.render(head, content), PageEvidence(texts: texts))
  }

  /// What a page may weigh without pictures is 150,000 bytes; this leaves room for head, masthead and data.
  private static let mostBytes = 120_000

  /// The parts with the texts that they show: with the tables where they fit, else with their findings alone.
  private var body: (markup: HTML, texts: [CitedText]) {
    let full = DossierHTMLRenderer(links: shell.links, extent: .linked(tables: true))
    let markup = full.render(dossier)
    if markup.markup.utf8.count <= Self.mostBytes { return (markup, full.shown(of: dossier)) }
    let short = DossierHTMLRenderer(links: shell.links, extent: .linked(tables: false))
    return (short.render(dossier), short.shown(of: dossier))
  }

  private func data(_ ending: String) -> String {
    shell.links.file(SiteLinks.path(topic: dossier.topic, as: ending))
  }

  private var jsonFeed: String { shell.links.file(SiteLinks.path(feedOf: dossier.topic)) }

  /// The forms in which programs can have the dossier.
  private var asData: HTML {
    let calendar: HTML? =
      dossier.comingEvents.isEmpty
      ? nil : "<a href=\"\(data("ics"))\">Coming events for your calendar</a>"
    return Words.line([
      "<a href=\"\(data("atom"))\">Feed</a>",
      "<a href=\"\(jsonFeed)\">JSON Feed</a>", calendar, "<a href=\"\(data("json"))\">JSON</a>",
    ])
  }

  private var contents: HTML {
    let parts: [(id: HTML, words: HTML, isThere: Bool)] = [
      ("explainer", "Explainer", !dossier.explainer.isEmpty),
      ("questions", "Questions and answers", !dossier.questions.isEmpty),
      ("analysis", "Analysis", !dossier.tables.isEmpty),
      ("graphics", "In pictures", !dossier.graphics.isEmpty),
      ("sources", "Sources", !dossier.sources.isEmpty),
    ]
    let items = parts.filter(\.isThere).map { part -> HTML in
      let sections: HTML? = part.id == "explainer" ? explainerSections : nil
      return "<li><a href=\"#\(part.id)\">\(part.words)</a>\(sections)</li>"
    }
    return """
      <nav class="contents" aria-labelledby="contents"><h2 class="rubric" id="contents">On this page</h2>\
      <ul>\(items.joined())</ul></nav>
      """
  }

  private var explainerSections: HTML {
    let items = dossier.explainer.map { section -> HTML in
      "<li><a href=\"#\(section.anchor)\">\(section.heading)</a></li>"
    }
    return "<ul>\(items.joined())</ul>"
  }
}
