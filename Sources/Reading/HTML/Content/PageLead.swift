/// Finds the standfirst or first paragraphs that stand between the headline and the body.
struct PageLead {
  private let tree: HTMLTree
  private let zones: PageZones
  private let title: PageTitle

  /// More than this between headline and body is something else.
  private static let characterLimit = 900

  init(_ tree: HTMLTree, zones: PageZones, title: PageTitle) {
    self.tree = tree
    self.zones = zones
    self.title = title
  }

  /// The blocks after the headline that read like sentences and do not come again in the text.
  func blocks(in blocks: ArraySlice<PageBlock>, before text: [PageBlock]) -> [PageBlock] {
    guard let heading = title.element else { return [] }
    let end = Int(tree.nodes[heading].end)
    var lead: [PageBlock] = []
    var length = 0
    for block in blocks where block.position >= end && isLead(block) {
      if lead.contains(where: { $0.text == block.text }) { continue }
      lead.append(block)
      length += block.characters
      if length > Self.characterLimit { return [] }
    }
    guard !lead.isEmpty else { return [] }
    let opening = String(
      decoding: text.prefix(4).flatMap { BodyFilter.comparable($0.text) }, as: UTF8.self)
    lead.removeAll {
      opening.contains(String(decoding: BodyFilter.comparable($0.text), as: UTF8.self))
    }
    return lead
  }

  private func isLead(_ block: PageBlock) -> Bool {
    guard block.characters >= 40, block.linkDensity < 0.3, block.kind != .listItem else {
      return false
    }
    switch zones.roles[block.position] {
    case nil, .navigation?: return block.endsSentence || block.characters >= 100
    default: return false
    }
  }
}
