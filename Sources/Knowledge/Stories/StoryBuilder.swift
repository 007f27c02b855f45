import NewsModel
import Primitives

/// Builds a story from its articles.
enum StoryBuilder {
  /// How many of a story's first articles its headline is chosen from.
  private static let headlines = 16

  /// The name of the story whose first article that is.
  static func id(first: ArticleID) -> StoryID {
    StoryID(Digest(fields: ["story", first.rawValue]).short())
  }

  /// The story of some articles, earliest first; `originals` are those that are no copies, with their headlines.
  static func story(
    _ members: [ArticleBrief], originals: [(item: LinkItem, headline: String?)]
  ) -> Story {
    let days = members.compactMap(\.published)
    return Story(
      id: id(first: members.first?.id ?? ArticleID("")),
      headline: centralHeadline(originals) ?? members.lazy.compactMap(\.headline).first
        ?? "Untitled article",
      articles: members.map(\.id), firstDay: days.min(), lastDay: days.max())
  }

  /// The headline of the original article that is most like the others; the earliest of equals.
  private static func centralHeadline(
    _ originals: [(item: LinkItem, headline: String?)]
  ) -> String? {
    let first = originals.prefix(headlines)
    var best: (headline: String, score: Double)?
    for (item, headline) in first {
      guard let headline else { continue }
      let score = first.reduce(0.0) { sum, other in
        other.item.key == item.key ? sum : sum + item.vector.cosine(other.item.vector)
      }
      if score > best?.score ?? -1 { best = (headline, score) }
    }
    return best?.headline
  }
}
