import Primitives

/// Reads the paragraphs of a Markdown file as plain text (CommonMark, as far as articles use it).
enum MarkdownText {
  /// The paragraphs without their marks; links are kept beside the words.
  static func paragraphs(_ bytes: [UInt8]) -> [TextParagraph] {
    var found: [TextParagraph] = []
    var open: [String] = []
    var followsBlank = true
    func close() {
      if !open.isEmpty { found.append(paragraph(open.joined(separator: " "), followsBlank)) }
      open = []
    }
    for line in TextParagraphs.lines(bytes) {
      let mark = MarkdownLine(line)
      switch mark.kind {
      case .blank:
        close()
        followsBlank = true
        continue
      case .rule, .fence, .tableRule: close()
      case .underline(let level):
        // A line of "=" or "-" makes a heading of the line above it.
        guard open.count == 1 else { continue }
        var heading = paragraph(open[0], followsBlank)
        heading.headingLevel = level
        found.append(heading)
        open = []
      case .heading(let level):
        close()
        var heading = paragraph(mark.text, followsBlank)
        heading.headingLevel = level
        if !heading.text.isEmpty { found.append(heading) }
      case .item, .row:
        close()
        open = [mark.text]
      case .text: open.append(mark.text)
      }
      followsBlank = false
    }
    close()
    return found.filter { !$0.text.isEmpty }
  }

  private static func paragraph(_ markup: String, _ followsBlank: Bool) -> TextParagraph {
    let inline = MarkdownInline(Array(markup.utf8))
    var folded = FoldedText()
    folded.append(inline.text[...])
    return TextParagraph(text: folded.string, followsBlank: followsBlank, links: inline.links)
  }
}
