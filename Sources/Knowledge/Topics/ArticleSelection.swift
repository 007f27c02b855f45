public import NewsModel
public import Primitives

/// Chooses the articles that stand for a topic of very many in its dossier.
///
/// A dossier is read in minutes and cites some hundred sentences: of thousands of articles it would show the same number. Chosen are the first
/// article of each span of the topic's trend, the first of each of its most reported stories, and the newest; copies last.
public enum ArticleSelection {
  /// An article of the topic.
  public struct Candidate: Sendable {
    let article: ArticleID
    let isCopy: Bool
    let day: CivilDate?

    /// Describes an article.
    public init(article: ArticleID, isCopy: Bool, day: CivilDate?) {
      self.article = article
      self.isCopy = isCopy
      self.day = day
    }
  }

  /// How many stand for a topic at most; one of so many articles or fewer is compiled from all of them.
  ///
  /// Set so that a dossier is compiled in about a second and its list of sources stays under 150 kB.
  public static let most = 400
  /// How many are chosen by span, and by story.
  private static let share = most / 4

  /// The chosen articles, in the order of the candidates, which come earliest first.
  /// - Complexity: O(candidates + articles of the stories).
  public static func chosen(
    among candidates: [Candidate], stories: [Story], trend: Trend
  ) -> [ArticleID] {
    let originals = candidates.filter { !$0.isCopy }
    var chosen: Set<ArticleID> = []
    chosen.formUnion(firsts(originals, of: trend).suffix(share))
    chosen.formUnion(firsts(originals, of: stories).prefix(share))
    let rest = originals.reversed() + candidates.filter(\.isCopy).reversed()
    for candidate in rest where chosen.count < most { chosen.insert(candidate.article) }
    return candidates.map(\.article).filter(chosen.contains)
  }

  /// The first article of each span of days that has any, earliest first.
  private static func firsts(_ originals: [Candidate], of trend: Trend) -> [ArticleID] {
    guard let first = trend.bins.first?.day.date else { return [] }
    var seen: Set<Int> = []
    return originals.compactMap { candidate in
      guard let day = candidate.day else { return nil }
      let span = (day.daysSinceEpoch - first.daysSinceEpoch) / max(1, trend.binDays)
      return seen.insert(span).inserted ? candidate.article : nil
    }
  }

  /// The first article of each story, the stories with most articles first, then the latest.
  private static func firsts(_ originals: [Candidate], of stories: [Story]) -> [ArticleID] {
    let known = Set(originals.map(\.article))
    return stories.enumerated()
      .sorted { ($1.element.articles.count, $0.offset) < ($0.element.articles.count, $1.offset) }
      .compactMap { $0.element.articles.first(where: known.contains) }
  }
}
