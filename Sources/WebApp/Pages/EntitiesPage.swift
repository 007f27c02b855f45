import Composition
import Engine
import NewsModel

/// The index of people, organisations and other names, the most mentioned first.
struct EntitiesPage {
  static let perPage = 300

  let entities: [EntityProfile]
  let page: Int
  let shell: PageShell

  func render() -> SitePage {
    let pager = Pager(name: "entities", total: entities.count, perPage: Self.perPage)
    let shown = Array(entities[pager.range(page)])
    let groups = Self.groups.compactMap { group($0.heading, $0.kinds, shown) }
    let content: HTML = """
      <header class="page-head"><h1>People and organisations</h1><p class="standfirst">\
      \(NewspaperStyle.capitalised(NewspaperStyle.count(entities.count, "name"))) that speak or stand in more than one \
      article, the most mentioned first.</p></header>
      \(groups.joined(separator: "\n"))\(pager.render(page, links: shell.links))
      """
    let head = PageShell.Head(
      title: "People and organisations", description: "All names, the most mentioned first.")
    return .html(shell.path, shell.render(head, content), PageEvidence())
  }

  private static let groups: [(heading: String, kinds: [EntityKind])] = [
    ("People", [.person]), ("Governments", [.government]),
    ("Organisations and groups", [.organisation, .group]), ("Places", [.place]),
    ("Programmes, events and works", [.programme, .event, .work, .product]), ("Others", [.other]),
  ]

  private func group(
    _ heading: String, _ kinds: [EntityKind], _ shown: [EntityProfile]
  ) -> HTML? {
    let items = shown.filter { kinds.contains($0.kind) }.map { profile -> HTML in
      """
      <li>\(shell.links.named(profile.name, profile.id)) \
      <span class="meta figure">\(profile.articleCount)</span></li>
      """
    }
    guard !items.isEmpty else { return nil }
    return """
      <section><h2 class="rubric">\(heading)</h2><ul class="plain names">
      \(items.joined(separator: "\n"))
      </ul></section>
      """
  }
}
