import NewsModel
import Primitives

/// Reads plain text and Markdown as an article.
struct TextReader {
  let isMarkdown: Bool

  /// The article of a file; throws the reason when it holds no text.
  func read(_ bytes: [UInt8], file: String) throws(ReadingFault) -> Article {
    let (fields, text) = HeadFields.take(from: bytes)
    let all = isMarkdown ? MarkdownText.paragraphs(text) : TextParagraphs.split(text)
    let title = fields.first(.title)
    let head = TextHead(all, hasTitle: title != nil) { Self.isLabel($0, in: all) }
    let body = TextBody(Array(all[head.length...]))
    guard !body.paragraphs.isEmpty else { throw ReadingFault(.noText) }
    let outlet =
      fields.first(.outlet) ?? body.origin
      ?? body.rights.lazy.compactMap(OutletName.inRightsLine).first
    let authors = fields.all(.byline).flatMap(BylineText.names)
    return Article(
      id: fields.first(.id).map { ArticleID($0) }, file: file, url: fields.first(.url),
      outlet: outlet, title: title ?? head.title,
      standfirst: fields.first(.standfirst) ?? head.standfirst,
      byline: authors.isEmpty ? head.byline : authors,
      section: fields.first(.section) ?? head.section,
      published: fields.first(.published).flatMap(DateText.parse) ?? head.published,
      modified: fields.first(.modified).flatMap(DateText.parse) ?? head.modified,
      language: fields.first(.language), text: body.paragraphs.joined(separator: "\n"),
      credits: fields.all(.credits) + body.credits,
      rights: fields.first(.rights) ?? Self.joined(body.rights), links: body.links)
  }

  /// Whether a line comes again as the name of a list or of an item in one.
  private static func isLabel(_ line: String, in paragraphs: [TextParagraph]) -> Bool {
    paragraphs.dropFirst().contains { paragraph in
      let text = paragraph.text
      guard text != line, text.utf8.count <= line.utf8.count + 40 else { return false }
      switch Furniture.kind(of: text.utf8) {
      case .teaserHead: return text.hasSuffix(line)
      case .readingTime: return text.hasPrefix(line)
      default: return false
      }
    }
  }

  private static func joined(_ lines: [String]) -> String? {
    lines.isEmpty ? nil : lines.joined(separator: " ")
  }
}
