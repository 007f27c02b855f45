import Primitives

/// Finds the author in a line of its own under the headline: "By Ann Lee", "June 2, 2023 by Ann Lee".
enum BylineLines {
  /// So many blocks after the headline are looked at.
  private static let blocksAfterTitle = 8
  private static let longest = 120

  /// The names in the first such line; none where no heading shows the headline.
  static func names(in blocks: [PageBlock], after title: PageTitle) -> [String] {
    guard let element = title.element else { return [] }
    let near = blocks.drop { $0.position < element }.dropFirst().prefix(blocksAfterTitle)
    for block in near where block.text.count <= longest && !block.endsSentence {
      guard let line = credited(block.string) else { continue }
      let names = PersonName.names(line).filter(PersonName.looksLikeOne)
      if !names.isEmpty { return names }
    }
    return []
  }

  /// What stands after "by" where a line opens with it, or has it after a date.
  private static func credited(_ line: String) -> String? {
    for opening in ["By ", "BY ", "Von ", "Par ", "Por "] where line.hasPrefix(opening) {
      return String(line.dropFirst(opening.count))
    }
    for joint in [" by ", " By ", " von ", " par ", " por "] {
      if let by = line.firstRange(of: joint),
        DateText.find(in: String(line[..<by.lowerBound])) != nil
      {
        return String(line[by.upperBound...])
      }
    }
    return nil
  }
}
