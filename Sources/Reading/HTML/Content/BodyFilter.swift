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
    /// What stands under its pictures, and who took them.
    var captions: [String] = []
    /// The length of the text.
    var characters: Int { text.reduce(0) { $0 + $1.characters } }
  }

  private let tree: HTMLTree
  private let zones: PageZones
  private let title: [UInt8]?

  init(_ tree: HTMLTree, zones: PageZones, title: String?) {
    self.tree = tree
    self.zones = zones
    self.title = title.map(Self.comparable)
  }

  /// Sorts the blocks; headings are text only where text follows.
  func content(of blocks: [PageBlock]) -> Content {
    let lists = listDensities(blocks)
    let captions = PictureBoxes(tree, blocks: blocks.filter { zones.roles[$0.position] == nil })
      .captions()
    var content = Content()
    var headings: [PageBlock] = []
    for block in blocks {
      let furniture = Furniture.kind(of: block.text)
      if let role = zones.roles[block.position] {
        // A line in a part that is no text may still say who worked on the article.
        if furniture == .credit || furniture == .syndication {
          content.credits.append(block.string)
        } else if role == .caption, block.linkDensity < 0.5 {
          content.captions.append(block.string)
        }
        continue
      }
      if captions.contains(block.position), furniture == nil {
        content.captions.append(block.string)
        continue
      }
      switch furniture {
      case .credit, .syndication: content.credits.append(block.string)
      case .rights: content.rights.append(block.string)
      case .photo: content.captions.append(block.string)
      case .notice, .teaserHead, .readingTime, .label: continue
      case nil:
        if isText(block, lists) {
          content.text += headings.filter { $0.kind != .loose || $0.element == block.element }
          headings = []
          content.text.append(block)
        } else if isSubheading(block) || (!content.text.isEmpty && isLooseLine(block)) {
          headings.append(block)
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
    return block.linkDensity < 0.5 && block.characters < 160 && !isTitle(block)
  }

  /// A short line between line breaks: a subheading, where running text of the same box follows.
  private func isLooseLine(_ block: PageBlock) -> Bool {
    block.kind == .loose && block.linkCharacters == 0 && !isTitle(block)
  }

  private func isText(_ block: PageBlock, _ lists: [Int: Double]) -> Bool {
    if isTitle(block) || isDate(block) { return false }
    switch block.kind {
    case .heading: return block.characters >= 160 && block.linkDensity < 0.5
    case .paragraph, .quote, .preformatted:
      return block.linkDensity < 0.6 || isSentenceAroundLink(block)
    case .listItem:
      if block.endsSentence, block.characters - block.linkCharacters >= 80 { return true }
      let density = list(of: block).flatMap { lists[$0] } ?? block.linkDensity
      return density < 0.5
    case .cell: return block.linkDensity < 0.5
    case .loose:
      return block.linkDensity < 0.5 && (block.endsSentence || block.characters >= 60)
    }
  }

  /// Whether a sentence says more than the link in it, as a bare pointer to another article does not.
  private func isSentenceAroundLink(_ block: PageBlock) -> Bool {
    block.linkDensity < 0.8 && block.endsSentence
      && block.characters - block.linkCharacters >= Self.wordsAroundLink
  }

  private static let wordsAroundLink = 20

  /// Whether a paragraph is nothing but a date, perhaps with a time and a word before it.
  private func isDate(_ block: PageBlock) -> Bool {
    guard block.text.count <= Self.longestDate, block.kind == .paragraph || block.kind == .loose,
      block.text.contains(where: \.isASCIIDigit)
    else { return false }
    let line = block.string
    return line.split(separator: " ").count <= 6 && DateText.find(in: line) != nil
      && !block.endsSentence
  }

  private static let longestDate = 50

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
  static func comparable(_ text: String) -> [UInt8] { comparable(Array(text.utf8)) }

  /// Text for comparing, from UTF-8.
  static func comparable(_ text: [UInt8]) -> [UInt8] {
    let isASCII = text.allSatisfy { $0 < 0x80 }
    let lowered = isASCII ? text : Array(String(decoding: text, as: UTF8.self).lowercased().utf8)
    return lowered.compactMap { byte in
      if byte >= 0x80 || byte.isASCIIDigit { return byte }
      return byte.isASCIILetter ? byte | 0x20 : nil
    }
  }

  /// Whether a block repeats the headline; cheap for blocks of another length.
  private func isTitle(_ block: PageBlock) -> Bool {
    guard let title, block.text.count >= title.count, block.text.count <= 2 * title.count + 16
    else { return false }
    return Self.comparable(block.text) == title
  }
}
