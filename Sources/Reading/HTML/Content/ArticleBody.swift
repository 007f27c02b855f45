/// Finds the elements that hold an article's text.
struct ArticleBody {
  private let tree: HTMLTree
  private let mass: TextMass
  private let zones: PageZones

  /// A container named as the body must hold this share of the page's prose to be believed.
  private static let namedShare = 0.35
  /// The walk from the body goes into an element that holds this share of the prose around it.
  private static let descentShare = 0.7

  init(_ tree: HTMLTree, mass: TextMass, zones: PageZones) {
    self.tree = tree
    self.mass = mass
    self.zones = zones
  }

  /// The element that holds the text: one that is named so, else the heaviest.
  func root() -> Int {
    let body = tree.nodes.firstIndex { $0.tag == .body } ?? 0
    return named(in: body) ?? heaviest(from: body)
  }

  private func mass(_ element: Int) -> Int { mass.mass(of: element..<Int(tree.nodes[element].end)) }

  /// The element that is named as the body; the innermost of those that hold nearly the same.
  private func named(in body: Int) -> Int? {
    let total = mass(body)
    guard total > 0 else { return nil }
    var best: (element: Int, mass: Int)?
    for element in zones.contentElements {
      let mass = mass(element)
      guard Double(mass) >= Self.namedShare * Double(total) else { continue }
      if let found = best {
        let isInner = tree.contains(found.element, element)
        if isInner ? mass * 20 >= found.mass * 19 : mass > found.mass { best = (element, mass) }
      } else {
        best = (element, mass)
      }
    }
    return best?.element
  }

  /// Goes down from the body as long as one child holds most of the prose.
  private func heaviest(from body: Int) -> Int {
    var current = body
    while let child = heavyChild(of: current) { current = child }
    // Text that stands in one paragraph or cell: what is around it belongs to it.
    while tree.nodes[current].tag == .p || !tree.nodes[current].tag.isBlock,
      let parent = tree.parent(of: current)
    {
      current = parent
    }
    return current
  }

  private func heavyChild(of element: Int) -> Int? {
    let around = mass(element)
    guard around > 0 else { return nil }
    var child = element + 1
    while child < Int(tree.nodes[element].end) {
      if tree.nodes[child].tag != .text, Double(mass(child)) >= Self.descentShare * Double(around) {
        return child
      }
      child = Int(tree.nodes[child].end)
    }
    return nil
  }
}
