import Primitives

/// Keeps those blocks of an article's container that are its text.
struct BodyFilter {
  /// What a container holds, told apart.
  struct Content {
    /// The blocks that are text, in order.
    var text: [PageBlock] = []
    /// Lines that say who else worked on it, or where it appeared first.
    var credits: [String] = []
    /// Lines that say whose it is.
    var rights: [String] = []
  }

  private let tree: HTMLTree
  private let zones: PageZones
  private let title: String?

  init(_ tree: HTMLTree, zones: PageZones, title: String?) {
    self.tree = tree
    self.zones = zones
    self.title = title.map(Self.comparable)
  }

  /// Sorts the blocks; headings are text only where text follows.
  func content(of blocks: [PageBlock]) -> Content {
    let lists = listDensities(blocks)
    var content = Content()
    var headings: [PageBlock] = []
    for block in blocks {
      let furniture = Furniture.kind(of: block.text)
      guard zones.roles[block.position] == nil else {
        // A line in a part that is no text may still say who worked on the article.
        if furniture == .credit || furniture == .syndication {
          content.credits.append(block.string)
        }
        continue
      }
      switch furniture {
      case .credit, .syndication: content.credits.append(block.string)
      case .rights: content.rights.append(block.string)
      case .notice, .teaserHead, .readingTime, .label: continue
      case nil:
        if isSubheading(block) {
          headings.append(block)
        } else if isText(block, lists) {
          content.text += headings
          headings = []
          content.text.append(block)
        }
      }
    }
    return content
  }

  /// The first line of a page that says whose it is: in most pages it stands in the foot.
  static func rightsLine(of blocks: [PageBlock]) -> String? {
    blocks.first { Furniture.kind(of: $0.text) == .rights && $0.characters <= 200 }?.string
  }

  /// A heading as long as a paragraph is one.
  private func isSubheading(_ block: PageBlock) -> Bool {
    guard case .heading = block.kind else { return false }
    return block.linkDensity < 0.5 && block.characters < 160
      && Self.comparable(block.string) != title
  }

  private func isText(_ block: PageBlock, _ lists: [Int: Double]) -> Bool {
    if let title, Self.comparable(block.string) == title { return false }
    switch block.kind {
    case .heading: return block.characters >= 160 && block.linkDensity < 0.5
    case .paragraph, .quote, .preformatted: return block.linkDensity < 0.6
    case .listItem:
      let density = list(of: block).flatMap { lists[$0] } ?? block.linkDensity
      return density < 0.5
    case .cell: return block.linkDensity < 0.5
    case .loose:
      return block.linkDensity < 0.5 && (block.endsSentence || block.characters >= 60)
    }
  }

  /// The share of links in each list.
  private func listDensities(_ blocks: [PageBlock]) -> [Int: Double] {
    var sums: [Int: (links: Int, all: Int)] = [:]
    for block in blocks where block.kind == .listItem {
      guard let list = list(of: block) else { continue }
      let sum = sums[list] ?? (0, 0)
      sums[list] = (sum.links + block.linkCharacters, sum.all + block.characters)
    }
    return sums.mapValues { Double($0.links) / Double(max(1, $0.all)) }
  }

  private func list(of block: PageBlock) -> Int? {
    var current: Int? = block.element
    while let element = current {
      switch tree.nodes[element].tag {
      case .ul, .ol, .dl: return element
      case .body: return nil
      default: current = tree.parent(of: element)
      }
    }
    return nil
  }

  /// Text for comparing: letters and digits in lower case.
  static func comparable(_ text: String) -> String {
    String(
      decoding: text.lowercased().utf8.filter {
        $0 >= 0x80 || $0.isASCIILetter || $0.isASCIIDigit
      }, as: UTF8.self)
  }
}
