import NewsModel
import Primitives

/// A paragraph of an article's text, cut into its sentences.
struct Paragraph: Hashable {
  /// Without the white space around it; never empty.
  let range: ByteRange
  /// The pieces that cover all its words, in order.
  let pieces: [ByteRange]

  /// The paragraphs of a text.
  ///
  /// A sentence that runs over a line feed is cut there; words that belong to no sentence become a piece of
  /// their own, so that no word of the article is ever left out.
  static func split(_ text: UTF8Text, sentences: [ByteRange]) -> [Paragraph] {
    let usable = sentences.filter { text.words(at: $0) != nil && !$0.isEmpty }.sorted()
    var next = usable[...]
    return lines(text).map { line in
      var pieces: [ByteRange] = []
      var position = line.start
      while let sentence = next.first, sentence.start < line.end {
        let start = max(position, sentence.start)
        let end = min(line.end, sentence.end)
        if start < end {
          append(ByteRange(position, start), of: text, to: &pieces)
          append(ByteRange(start, end), of: text, to: &pieces)
          position = end
        }
        if sentence.end > line.end { break }
        next = next.dropFirst()
      }
      append(ByteRange(position, line.end), of: text, to: &pieces)
      return Paragraph(range: line, pieces: pieces)
    }
  }

  private static func append(_ range: ByteRange, of text: UTF8Text, to pieces: inout [ByteRange]) {
    let trimmed = text.trimmed(range)
    if !trimmed.isEmpty { pieces.append(trimmed) }
  }

  private static func lines(_ text: UTF8Text) -> [ByteRange] {
    var lines: [ByteRange] = []
    var start = 0
    for offset in 0...text.count
    where offset == text.count || text.bytes[offset] == UInt8(ascii: "\n") {
      append(ByteRange(start, offset), of: text, to: &lines)
      start = offset + 1
    }
    return lines
  }
}
