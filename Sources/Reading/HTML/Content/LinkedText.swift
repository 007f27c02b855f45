import Primitives

/// The text that JSON-LD holds for an article (`articleBody`), for pages that show none.
enum LinkedText {
  /// The text as blocks; nil when there is none that reads like sentences.
  static func blocks(_ body: String?, _ limits: ReadingLimits) -> [PageBlock]? {
    guard let body else { return nil }
    let bytes = Array(body.utf8)
    var paragraphs = bytes.split(separator: 0x0A).map { line in
      var folded = FoldedText()
      folded.append(line)
      return folded.bytes
    }
    if MarkupGuess.isMarkup(bytes) {
      // A page that its own markup defeats is refused as it stands.
      guard let markup = try? MarkupText(html: bytes, base: nil, limits: limits) else { return nil }
      paragraphs = markup.paragraphs.map { Array($0.utf8) }
    }
    let blocks = paragraphs.filter { !$0.isEmpty && Furniture.kind(of: $0) == nil }.map(block)
    return blocks.contains { $0.endsSentence && $0.characters >= 60 } ? blocks : nil
  }

  private static func block(_ text: [UInt8]) -> PageBlock {
    let characters = text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    return PageBlock(
      text: text, linkCharacters: 0, characters: characters, element: 0, position: 0,
      kind: .paragraph)
  }
}
