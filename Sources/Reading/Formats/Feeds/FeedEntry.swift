public import NewsModel

/// One item of a feed with what a reader needs to know to follow it.
public struct FeedEntry: Sendable, Hashable {
  /// What the feed says of the article; its text is empty when the item holds none.
  public let article: Article
  /// The item's own name: guid, id.
  public let identifier: String?
  /// Whether the item carries the article and not a summary of it.
  public let isFullText: Bool
}

/// What an address that should hold a feed holds.
public enum FeedDocument: Sendable {
  /// A feed: its title, its items, and what could not be read, each with the reason.
  case feed(title: String?, entries: [FeedEntry], refusals: [Refusal])
  /// A list of feeds (OPML).
  case list([FeedReference])
  /// A web page, with the feeds that it names (`<link rel="alternate">`).
  case page([FeedReference])
  /// Something else, and why it is no feed.
  case other(String)
}

/// A feed that a list or a page names.
public struct FeedReference: Sendable, Hashable {
  /// Its address.
  public let url: String
  /// What it is called there.
  public let title: String?
}

/// Tells the text of an article from a summary of it.
enum FeedFullness {
  /// Items with so much text, in bytes, hold an article when the text stands where articles stand.
  private static let contentBytes = 400
  /// With two paragraphs so much is enough: briefs.
  private static let paragraphsBytes = 200
  /// Descriptions are summaries unless they are as long as an article and have its paragraphs.
  private static let descriptionBytes = 1500
  private static let descriptionParagraphs = 3

  /// Whether `content`, else `summary`, is the article itself.
  static func isFull(content: MarkupText, summary: MarkupText) -> Bool {
    guard let text = content.text else {
      return (summary.text?.utf8.count ?? 0) >= descriptionBytes
        && summary.paragraphs.count >= descriptionParagraphs && !breaksOff(summary)
    }
    guard !breaksOff(content), text != summary.text else { return false }
    let bytes = text.utf8.count
    return bytes >= contentBytes || (content.paragraphs.count >= 2 && bytes >= paragraphsBytes)
  }

  /// Whether the last lines say that the text goes on elsewhere.
  static func breaksOff(_ text: MarkupText) -> Bool {
    // A line about the blog may stand below the words that lead on.
    text.paragraphs.suffix(2).contains { paragraph in
      let end = paragraph.lowercased().trimmingSuffix { $0.isWhitespace || "»›→>".contains($0) }
      return endings.contains { end.hasSuffix($0) }
    }
  }

  private static let endings: [String] =
    ListResource.rows(PackageResources.feed_endings_txt).compactMap { $0.first?.lowercased() }
    .filter { !$0.isEmpty }
}

extension String {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
    var end = endIndex
    while end > startIndex, isTrimmed(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}
