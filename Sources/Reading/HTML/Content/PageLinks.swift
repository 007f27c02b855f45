import NewsModel

/// Collects the links of an article's page: those in its text, and those to related articles.
struct PageLinks {
  private let tree: HTMLTree
  private let zones: PageZones
  private let base: String?
  private var links: [ArticleLink] = []
  private var seen: Set<String> = []

  /// A page that points to more articles than this lists all it has.
  private static let limit = 100
  /// A shorter link is a label ("More", "Asia"), not a headline.
  private static let headlineWords = 3

  /// The links of a page, in its order; `text` is where the article's text stands.
  static func links(
    of tree: HTMLTree, zones: PageZones, text: [PageBlock], canonical: String?, base: String?
  ) -> [ArticleLink] {
    var collector = PageLinks(tree, zones, base: base ?? canonical)
    if let canonical { collector.seen.insert(canonical) }
    collector.collect(textElements: Set(text.map(\.element)))
    return collector.links
  }

  private init(_ tree: HTMLTree, _ zones: PageZones, base: String?) {
    self.tree = tree
    self.zones = zones
    self.base = base
  }

  private mutating func collect(textElements: Set<Int>) {
    var rel = "related"
    var textEnd = 0
    for index in tree.nodes.indices where links.count < Self.limit {
      let tag = tree.nodes[index].tag
      if textElements.contains(index) { textEnd = max(textEnd, Int(tree.nodes[index].end)) }
      if tag.headingLevel != nil, let head = Self.rel(ofHead: tree.foldedText(of: index)) {
        rel = head
      }
      guard tag == .a else { continue }
      if zones.roles[index] == .related {
        add(index, rel: rel, leastWords: Self.headlineWords)
      } else if zones.roles[index] == nil, index < textEnd {
        add(index, rel: nil, leastWords: 1)
      }
    }
  }

  private mutating func add(_ index: Int, rel: String?, leastWords: Int) {
    guard let reference = tree.value(.href, of: index),
      let url = PageAddress.resolve(reference, against: base)
    else { return }
    let title = tree.foldedText(of: index, limit: 300)
    guard title.split(separator: " ").count >= leastWords, seen.insert(url).inserted else { return }
    links.append(ArticleLink(url: url, title: title, rel: rel))
  }

  /// What a heading says of the links under it; nil when it says nothing.
  private static func rel(ofHead text: String) -> String? {
    Furniture.kind(of: text.utf8) == .teaserHead ? TeaserList.rel(of: text) : nil
  }
}
