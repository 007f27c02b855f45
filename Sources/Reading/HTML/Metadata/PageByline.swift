import Primitives

/// Finds who wrote a page's article.
struct PageByline {
  private(set) var names: [String] = []

  init(_ tree: HTMLTree, meta: MetaTags, linked: LinkedData, outlet: String?) {
    let claims = [
      linked.authors, meta.all("author", "article:author", "parsely-author", "sailthru.author"),
      meta.all("dc.creator", "dcterms.creator", "byl"), Self.marked(tree),
    ]
    for claim in claims {
      names = claim.flatMap(BylineText.names).filter { $0 != outlet }
      if !names.isEmpty { return }
    }
  }

  /// The names in elements that are marked as the author's.
  private static func marked(_ tree: HTMLTree) -> [String] {
    var found: [String] = []
    for index in tree.nodes.indices where tree.nodes[index].tag != .text {
      let isAuthor =
        tree.value(.itemprop, of: index)?.contains("author") ?? false
        || tree.value(.rel, of: index) == "author"
      guard isAuthor, found.count < 20 else { continue }
      let text = tree.value(.content, of: index) ?? tree.foldedText(of: index)
      if !found.contains(text) { found.append(text) }
    }
    return found
  }
}
