import Composition
import Engine
import NewsModel
import Primitives

/// What stands under an article: its topics, whom it mentions, more from the section, related articles.
struct ArticleSurroundings {
  let view: ArticleView
  let links: SiteLinks
  let now: CivilTime

  private static let mostNames = 24

  func render() -> HTML {
    let sections = [
      topics, names, list("More from this section", view.sameSection, "section"),
      list("Related", view.related, "related"), pageLinks,
    ]
    return "<div class=\"after\">\n\(sections.compactMap(\.self).joined(separator: "\n"))\n</div>"
  }

  private var topics: HTML? {
    guard !view.topics.isEmpty else { return nil }
    let items = view.topics.map { topic -> HTML in
      """
      <li><a href="\(links.topic(topic.id))">\(topic.name)</a>\
      <p class="meta">\(TopicLine(topic: topic, now: now).render())</p></li>
      """
    }
    return section("Background", "topics", "<ul class=\"plain articles\">\(items.joined())</ul>")
  }

  private var names: HTML? {
    let counted = zip(view.filed.entities, view.filed.analysis.entities).compactMap { id, entity in
      view.profiles[id].map { (profile: $0, mentions: entity.mentions.count) }
    }
    var seen: Set<EntityID> = []
    let sorted = counted.sorted { ($1.mentions, $0.profile.id) < ($0.mentions, $1.profile.id) }
      .filter { seen.insert($0.profile.id).inserted }.prefix(Self.mostNames)
    guard !sorted.isEmpty else { return nil }
    let items = sorted.map { entry -> HTML in
      "<li>\(links.named(entry.profile.name, entry.profile.id))</li>"
    }
    return section("Named in it", "names", "<ul class=\"tags\">\(items.joined())</ul>")
  }

  /// The links that stood on the outlet's own page.
  private var pageLinks: HTML? {
    let items = view.filed.version.article.links.compactMap { link -> HTML? in
      guard let address = HTML.address(link.url), link.rel != nil, !link.title.isEmpty else {
        return nil
      }
      return """
        <li><a href="\(address)" rel="external noopener">\(link.title)</a>\
        <p class="meta">\(link.rel ?? "")</p></li>
        """
    }
    guard !items.isEmpty else { return nil }
    return section(
      "The outlet’s page points to", "page-links",
      "<ul class=\"plain articles\">\(items.joined())</ul>")
  }

  private func list(_ heading: String, _ articles: [ArticleSummary], _ id: String) -> HTML? {
    guard !articles.isEmpty else { return nil }
    return section(heading, id, ArticleList(links: links).render(articles))
  }

  private func section(_ heading: String, _ id: String, _ content: HTML) -> HTML {
    "<section aria-labelledby=\"a-\(id)\"><h2 id=\"a-\(id)\">\(heading)</h2>\(content)</section>"
  }
}
