import Composition
import Engine
import NewsModel
import Primitives

/// The page of a person, organisation or other named thing: what it said, where it is mentioned, with whom.
struct EntityPage {
  static let mostStatements = 100
  static let mostArticles = 60

  let view: EntityView
  let dossier: EntityDossier
  let shell: PageShell

  private var profile: EntityProfile { view.profile }
  private var links: SiteLinks { shell.links }

  func render() -> SitePage {
    let shown = Array(view.statements.prefix(Self.mostStatements))
    let list = SaidList(statements: shown, links: links)
    var passages = Set(list.texts.map(\.citations.first.passage))
    let known = EntityKnowledge(dossier, links: links, shown: &passages)
    let content: HTML = """
      <header class="page-head"><p class="kicker">\(Words.kind(profile.kind))</p><h1>\(profile.name)</h1>
      <p class="meta">\(counts)</p>\(aliases)</header>
      <div class="columns">
      <section aria-labelledby="said"><h2 id="said">What \(profile.name) said</h2>
      \(summary(shown.count))
      \(list.render())</section>
      <div class="column">\(known.render())\(topics)\(companions)\(articles)</div>
      </div>
      """
    let head = PageShell.Head(
      title: profile.name,
      description: "What \(profile.name) said, and the articles that mention it.", style: "entity",
      extra: feeds)
    return .html(
      shell.path, shell.render(head, content), PageEvidence(texts: list.texts + known.texts))
  }

  private var feeds: HTML {
    guard profile.hasFeed else { return HTML() }
    return """
      <link rel="alternate" type="application/atom+xml" title="\(profile.name)" \
      href="\(links.file(SiteLinks.path(atomOf: profile.id)))">
      <link rel="alternate" type="application/feed+json" title="\(profile.name)" \
      href="\(links.file(SiteLinks.path(feedOf: profile.id)))">

      """
  }

  private var counts: HTML {
    let articles = NewspaperStyle.count(profile.articleCount, "article")
    let statements = NewspaperStyle.count(profile.statementCount, "statement")
    return Words.line([
      HTML(text: "mentioned in \(articles)"), HTML(text: "speaks in \(statements)"),
    ])
  }

  private var aliases: HTML? {
    let others = profile.aliases.filter { $0 != profile.name }
    guard !others.isEmpty else { return nil }
    return "<p class=\"meta\">Also called \(NewspaperStyle.list(others))</p>"
  }

  /// One line on how much is shown and on what footing the entity is quoted.
  private func summary(_ shown: Int) -> HTML {
    guard !view.statements.isEmpty else {
      let articles = NewspaperStyle.count(view.articles.count, "article")
      return """
        <p class="silence">No statement by \(profile.name) was found in \(articles) that mention it.</p>
        """
    }
    let groups = Footing.allFootings.compactMap { footing -> String? in
      let count = view.statements.filter { $0.statement.footing == footing }.count
      return count == 0 ? nil : "\(NewspaperStyle.number(count)) \(Words.footing(footing))"
    }
    let cut: HTML? =
      shown < view.statements.count
      ? " The latest \(shown) of \(view.statements.count) are shown." : nil
    return """
      <p class="meta">\(NewspaperStyle.capitalised(NewspaperStyle.list(groups))); copies of the same text \
      are left out.\(cut)</p>
      """
  }

  private var topics: HTML? {
    guard !view.topics.isEmpty else { return nil }
    let items = view.topics.map { topic -> HTML in
      """
      <li><a href="\(links.topic(topic.id))">\(topic.name)</a>\
      <p class="meta">\(TopicLine(topic: topic, now: shell.edition.now).render())</p></li>
      """
    }
    return section("Topics", "topics", "<ul class=\"plain articles\">\(items.joined())</ul>")
  }

  private var companions: HTML? {
    guard !view.mentionedWith.isEmpty else { return nil }
    let items = view.mentionedWith.map { companion -> HTML in
      """
      <li>\(links.named(companion.profile.name, companion.profile.id)) \
      <span class="meta">\(NewspaperStyle.count(companion.articles, "article"))</span></li>
      """
    }
    return section(
      "Mentioned together with", "with", "<ul class=\"plain names\">\(items.joined())</ul>")
  }

  private var articles: HTML? {
    guard !view.articles.isEmpty else { return nil }
    let shown = Array(view.articles.prefix(Self.mostArticles))
    let cut: HTML? =
      shown.count < view.articles.count
      ? "<p class=\"meta\">The latest \(shown.count) of \(view.articles.count) are shown.</p>" : nil
    return section("Articles", "in", "\(ArticleList(links: links).render(shown))\(cut)")
  }

  private func section(_ heading: String, _ id: String, _ content: HTML) -> HTML {
    "<section aria-labelledby=\"e-\(id)\"><h2 id=\"e-\(id)\">\(heading)</h2>\(content)</section>"
  }
}

extension Footing {
  /// All footings, the firmest first.
  static let allFootings: [Footing] = [.named, .role, .document, .outlet, .anonymous, .unstated]
}

extension EntityProfile {
  /// Whether there is enough to tell for a page: it speaks, or more than one article names it.
  var hasPage: Bool { statementCount > 0 || articleCount > 1 }

  /// Whether there is something to follow: from three articles on.
  var hasFeed: Bool { articleCount > 2 }
}
