/// Finds the elements that hold an article's text.
struct ArticleBody {
  private let tree: HTMLTree
  private let mass: TextMass
  private let zones: PageZones

  /// A container named as the body must hold this share of the page's prose to be believed.
  private static let namedShare = 0.35
  /// The walk from the body goes into an element that holds this share of the prose around it.
  private static let descentShare = 0.7
  /// Bodies of more names than this are not looked at for parts.
  private static let frameLimit = 32

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
    for element in zones.contentElements.map(\.element) + frames() {
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

  /// The elements around bodies in several parts: parts of one name, with little else between them.
  private func frames() -> [Int] {
    var parts: [Int: (first: Int, last: Int, mass: Int, count: Int)] = [:]
    var order: [Int] = []
    for (element, key) in zones.contentElements {
      let mass = mass(element)
      if mass == 0 { continue }
      guard let found = parts[key] else {
        if order.count == Self.frameLimit { break }
        order.append(key)
        parts[key] = (element, element, mass, 1)
        continue
      }
      if tree.contains(found.last, element) { continue }
      parts[key] = (found.first, element, found.mass + mass, found.count + 1)
    }
    return order.compactMap { key in
      guard let part = parts[key], part.count > 1 else { return nil }
      var frame = part.first
      while !tree.contains(frame, part.last), let parent = tree.parent(of: frame) { frame = parent }
      return mass(frame) * 4 <= part.mass * 5 && headlines(in: frame) <= 1 ? frame : nil
    }
  }

  /// How many headings of the first level stand in an element: each article has its own.
  private func headlines(in element: Int) -> Int {
    tree.descendants(of: element).reduce(0) { $0 + (tree.nodes[$1].tag == .h1 ? 1 : 0) }
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
