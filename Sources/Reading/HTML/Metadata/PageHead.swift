/// What a page says of itself in its head.
struct PageHead {
  private(set) var title: String?
  private(set) var canonical: String?

  init(_ tree: HTMLTree) {
    for index in tree.nodes.indices {
      switch tree.nodes[index].tag {
      case .title where title == nil: title = tree.foldedText(of: index)
      case .link where tree.value(.rel, of: index) == "canonical":
        canonical = tree.value(.href, of: index)
      default: continue
      }
    }
  }
}
