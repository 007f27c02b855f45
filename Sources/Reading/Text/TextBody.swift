import NewsModel
import Primitives

/// Tells the text of an article file from what stands in and under it.
struct TextBody {
  private(set) var paragraphs: [String] = []
  private(set) var credits: [String] = []
  private(set) var rights: [String] = []
  private(set) var links: [ArticleLink] = []
  /// Who published it first, by its own account.
  private(set) var origin: String?

  init(_ paragraphs: [TextParagraph]) {
    let proseAfter = Self.proseCounts(paragraphs)
    var index = 0
    while index < paragraphs.count {
      let paragraph = paragraphs[index]
      switch Furniture.kind(of: paragraph.text.utf8) {
      case .credit, .photo: credits.append(paragraph.text)
      case .syndication:
        credits.append(paragraph.text)
        origin = origin ?? OutletName.inSyndicationLine(paragraph.text)
      case .rights: rights.append(paragraph.text)
      case .teaserHead
      where Self.startsTeasers(paragraphs[index...], prose: proseAfter[index]):
        links += TeaserList.links(in: paragraphs[index...])
        takeNotices(in: paragraphs[index...])
        return
      case .teaserHead:
        index += takeSingleTeaser(paragraphs, at: index)
      case .notice, .readingTime, .label: break
      case nil:
        self.paragraphs.append(paragraph.text)
        links += paragraph.links.map { ArticleLink(url: $0.url, title: $0.title) }
      }
      index += 1
    }
  }

  /// Whether a head opens a list of other articles that ends the file.
  ///
  /// After "Related" in the middle of an article the text goes on; what follows the last one is
  /// titles, reading times and summaries that break off.
  private static func startsTeasers(_ rest: ArraySlice<TextParagraph>, prose: Int) -> Bool {
    let lines = rest.dropFirst()
    if lines.prefix(4).contains(where: isReadingTime) { return true }
    return prose < 2 || prose * 4 < lines.count
  }

  /// How many paragraphs of whole sentences stand at or after each.
  private static func proseCounts(_ paragraphs: [TextParagraph]) -> [Int] {
    var counts = Array(repeating: 0, count: paragraphs.count + 1)
    for index in paragraphs.indices.reversed() {
      let paragraph = paragraphs[index]
      let isProse = paragraph.text.utf8.count >= 100 && paragraph.endsSentence
      counts[index] = counts[index + 1] + (isProse ? 1 : 0)
    }
    return counts
  }

  private static func isReadingTime(_ line: TextParagraph) -> Bool {
    Furniture.kind(of: line.text.utf8) == .readingTime
  }

  /// Takes the one or more titles after a head in the middle of the text; returns their number.
  private mutating func takeSingleTeaser(_ paragraphs: [TextParagraph], at index: Int) -> Int {
    let head = paragraphs[index]
    if let colon = head.text.firstIndex(of: ":"), head.text.index(after: colon) < head.text.endIndex
    {
      let title = head.text[head.text.index(after: colon)...].drop { $0 == " " }
      links.append(
        ArticleLink(
          url: head.links.first?.url ?? "", title: String(title), rel: TeaserList.rel(of: head.text)
        ))
      return 0
    }
    let titles = paragraphs[(index + 1)...].prefix(6)
      .prefix { !$0.endsSentence && $0.words <= 25 && !$0.isProse && $0.headingLevel == nil }
    links += titles.map { TeaserList.link($0, rel: TeaserList.rel(of: head.text)) }
    return titles.count
  }

  /// Credits and rights may stand below the teasers too.
  private mutating func takeNotices(in rest: ArraySlice<TextParagraph>) {
    for paragraph in rest {
      switch Furniture.kind(of: paragraph.text.utf8) {
      case .rights: rights.append(paragraph.text)
      case .syndication: credits.append(paragraph.text)
      default: continue
      }
    }
  }
}
