/// How much running text stands below each element of a page.
///
/// Blocks that read like prose weigh their characters, all others nothing. Sums over the blocks in
/// document order make the mass of any element two look-ups.
struct TextMass {
  private let positions: [Int]
  private let sums: [Int]

  init(_ blocks: [PageBlock], weight: (PageBlock) -> Int) {
    positions = blocks.map(\.position)
    var total = 0
    var sums = [0]
    sums.reserveCapacity(blocks.count + 1)
    for block in blocks {
      total += weight(block)
      sums.append(total)
    }
    self.sums = sums
  }

  /// The mass of the blocks that start in a range of nodes.
  func mass(of nodes: Range<Int>) -> Int {
    sums[rank(nodes.upperBound)] - sums[rank(nodes.lowerBound)]
  }

  /// The number of blocks that start before a node.
  func rank(_ node: Int) -> Int {
    var (low, high) = (0, positions.count)
    while low < high {
      let middle = (low + high) / 2
      if positions[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What a block weighs as prose: its characters when it has few links and reads like sentences.
  static func prose(_ block: PageBlock) -> Int {
    if case .heading = block.kind { return 0 }
    guard block.linkDensity < 0.35 else { return 0 }
    if block.endsSentence { return block.characters >= 20 ? block.characters : 0 }
    return block.characters >= 60 ? block.characters : 0
  }
}
