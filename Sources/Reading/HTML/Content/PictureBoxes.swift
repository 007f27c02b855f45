/// Finds the boxes of a page that hold a picture and a line or two under it, whatever they are named.
struct PictureBoxes {
  private let tree: HTMLTree
  private let blocks: [PageBlock]
  private let mass: TextMass
  /// The nodes that are pictures, in order.
  private let pictures: [Int]

  /// A box with more text than this is a part of the article with a picture in it.
  private static let characterLimit = 250
  private static let blockLimit = 2
  /// Boxes that together hold more of a text than this are how the article is told.
  private static let largestShare = 0.2

  /// Looks at a part of a page, given by all its blocks in order.
  init(_ tree: HTMLTree, blocks: [PageBlock]) {
    self.tree = tree
    self.blocks = blocks
    mass = TextMass(blocks, weight: \.characters)
    pictures = tree.nodes.indices.filter { tree.nodes[$0].tag == .img }
  }

  /// The positions of the blocks that are captions.
  /// - Complexity: O(blocks * log nodes) and a few steps up the tree for each block.
  func captions() -> Set<Int> {
    guard !pictures.isEmpty else { return [] }
    let found = blocks.filter(isCaption)
    let share = found.reduce(0) { $0 + $1.characters }
    let all = blocks.reduce(0) { $0 + $1.characters }
    guard Double(share) <= Self.largestShare * Double(all) else { return [] }
    return Set(found.map(\.position))
  }

  private func isCaption(_ block: PageBlock) -> Bool {
    guard block.characters <= Self.characterLimit, block.kind == .paragraph || block.kind == .loose
    else { return false }
    var box = block.element
    // A picture in the paragraph itself is set into its text.
    guard tree.nodes[box].tag != .p || !holdsPicture(box) else { return false }
    for _ in 0..<6 {
      guard isSmall(box) else { return false }
      if holdsPicture(box) { return true }
      guard let parent = tree.parent(of: box) else { return false }
      box = parent
    }
    return false
  }

  private func isSmall(_ element: Int) -> Bool {
    let end = Int(tree.nodes[element].end)
    let (first, last) = (mass.rank(element), mass.rank(end))
    return last - first <= Self.blockLimit
      && mass.mass(of: element..<end) <= Self.characterLimit
      && !blocks[first..<last].contains { block in
        if case .heading = block.kind { true } else { false }
      }
  }

  private func holdsPicture(_ element: Int) -> Bool {
    var (low, high) = (0, pictures.count)
    while low < high {
      let middle = (low + high) / 2
      if pictures[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low < pictures.count && pictures[low] < Int(tree.nodes[element].end)
  }
}
