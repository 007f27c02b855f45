import NewsModel

/// Reads the list of other articles under a text.
enum TeaserList {
  /// The articles in a list that opens with its head.
  ///
  /// Where items have a reading time, the title is the line after it; else each line that is no
  /// sentence is a title. The address is empty when the file does not tell it.
  static func links(in lines: ArraySlice<TextParagraph>) -> [ArticleLink] {
    let hasTimes = lines.contains { ReadingTime.position(in: $0.text.utf8) != nil }
    var links: [ArticleLink] = []
    var rel: String?
    var expectsTitle = !hasTimes
    for line in lines {
      switch Furniture.kind(of: line.text.utf8) {
      case .teaserHead: (rel, expectsTitle) = (Self.rel(of: line.text), !hasTimes)
      case .readingTime: expectsTitle = true
      case nil where expectsTitle && (hasTimes || isTitle(line)):
        links.append(link(line, rel: rel))
        expectsTitle = !hasTimes
      default: continue
      }
    }
    return links
  }

  /// The link that a title line is.
  static func link(_ line: TextParagraph, rel: String?) -> ArticleLink {
    ArticleLink(url: line.links.first?.url ?? "", title: line.text, rel: rel)
  }

  /// What a head says of its list.
  static func rel(of head: String) -> String {
    head.lowercased().hasPrefix("more ") ? "more from this section" : "related"
  }

  private static func isTitle(_ line: TextParagraph) -> Bool {
    (3...25).contains(line.words) && !line.endsSentence
  }
}
