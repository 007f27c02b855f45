import Composition
import Engine
import NewsModel
import Primitives

/// What surrounds the content of every page: head, masthead, main, foot.
struct PageShell {
  let settings: SiteSettings
  let edition: Edition
  let path: String
  let links: SiteLinks

  /// Which edition a page belongs to.
  struct Edition: Hashable, Sendable {
    let id: String
    let now: CivilTime
    /// The same; nil where no article has a date, so that readers are shown none.
    let clock: CivilTime?

    /// "as of" and the day; nothing where there is none.
    var asOf: HTML? { clock.map { ", as of \(Words.time($0))" } }
  }

  init(
    settings: SiteSettings, edition: Edition, path: String,
    hasPage: @escaping @Sendable (EntityID) -> Bool
  ) {
    self.settings = settings
    self.edition = edition
    self.path = path
    links = SiteLinks(depth: path.utf8.count { $0 == UInt8(ascii: "/") }, hasPage: hasPage)
  }

  /// The head of one page.
  struct Head {
    let title: String
    let description: String
    var style: HTML = "page"
    var scripts: [String] = []
    /// Further elements of the head: feeds, data in JSON-LD.
    var extra = HTML()
  }

  func render(_ head: Head, _ content: HTML) -> HTML {
    let isFront = path == Self.front
    let title =
      isFront ? "\(settings.name): \(settings.tagline)" : "\(head.title) · \(settings.name)"
    let scripts = (["assets/site.js"] + head.scripts).map { script -> HTML in
      "<script src=\"\(links.file(script))\" defer></script>\n"
    }.joined()
    return """
      <!DOCTYPE html>
      <html lang="\(settings.language)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(HTML(stringLiteral: ContentPolicy.element))">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <meta name="description" content="\(head.description)">
      <meta name="color-scheme" content="light dark">
      <link rel="stylesheet" href="\(links.file("assets/site.css"))">
      <link rel="icon" href="\(links.file("assets/icon.svg"))" type="image/svg+xml">
      \(head.extra)\(scripts)</head>
      <body class="\(isFront ? "front" : head.style)">
      <a class="skip" href="#main">Skip to the text</a>
      \(masthead(isFront: isFront))
      <main id="main" tabindex="-1">
      \(content)
      </main>
      \(foot)
      </body>
      </html>

      """
  }

  static let front = "index.html"

  private static let sections = [
    ("topics.html", "Topics"), ("entities.html", "People and organisations"),
    ("calendar.html", "Calendar"), ("articles.html", "Articles"), (AskPage.path, "Ask"),
    ("about.html", "How this is made"),
  ]

  private func masthead(isFront: Bool) -> HTML {
    let name: HTML =
      isFront
      ? "<h1 class=\"masthead-name\">\(settings.name)</h1>"
      : """
      <p class="masthead-name"><a href="\(links.file(Self.front))">\(settings.name)</a></p>
      """
    let items = Self.sections.map { file, words -> HTML in
      let current: HTML? = file == path ? " aria-current=\"page\"" : nil
      return "<li><a href=\"\(links.file(file))\"\(current)>\(words)</a></li>"
    }
    return """
      <header class="masthead">
      <div class="masthead-top">\(name)\
      <p class="masthead-line">\(settings.tagline)\(edition.clock.map { " · Edition of \(Words.time($0))" as HTML })</p></div>
      <div class="masthead-bar">
      <nav aria-label="Sections"><ul>\(items.joined())</ul></nav>
      \(findForm)
      </div>
      </header>
      """
  }

  private var findForm: HTML? {
    if path == SearchPage.path { return nil }
    return """
      <form class="find" role="search" action="\(links.file(SearchPage.path))" method="get">\
      <label class="sr" for="find">Search the articles</label>\
      <input id="find" name="q" type="search" placeholder="Search the articles" autocomplete="off">\
      <button type="submit">Search</button></form>
      """
  }

  private var foot: HTML {
    """
    <footer class="foot"><div class="foot-lines">
    <p>Every sentence here stands in an article that it cites, or was counted in the articles that it cites. \
    <a href="\(links.file("about.html"))">How this is made and how to check it</a>.</p>
    <p>Edition \(edition.id)\(edition.asOf).</p>
    </div></footer>
    """
  }
}
