/// Runs of words that an outlet prints with many of its articles: subscription lines, footers, notices.
///
/// They are no sign of a common origin. A text printed again in several outlets is no furniture of any.
struct OutletFurniture {
  /// In more articles of one outlet than this, a run of words is furniture.
  private static let mostArticles = 3
  /// An article made of furniture in more than this share is itself what is printed again.
  private static let wholeText: Float = 0.85

  private let runs: [UInt64: Set<UInt64>]

  /// Counts the runs of words of each outlet.
  /// - Complexity: O(n log n) in the number of runs.
  init(_ articles: [ArticleFeatures]) {
    var byOutlet: [UInt64: [UInt64]] = [:]
    for article in articles where article.outlet != 0 {
      byOutlet[article.outlet, default: []].append(contentsOf: article.shingles)
    }
    runs = byOutlet.mapValues(Self.frequent)
  }

  /// The runs of each article that are its own.
  func removed(from articles: [ArticleFeatures]) -> [[UInt64]] {
    articles.map { article in
      guard let furniture = runs[article.outlet], !furniture.isEmpty else {
        return article.shingles
      }
      let own = article.shingles.filter { !furniture.contains($0) }
      let lost = article.shingles.count - own.count
      let isWhole = Float(lost) > Self.wholeText * Float(article.shingles.count)
      return isWhole ? article.shingles : own
    }
  }

  private static func frequent(_ all: [UInt64]) -> Set<UInt64> {
    let sorted = all.sorted()
    var found: Set<UInt64> = []
    for index in sorted.indices.dropFirst(mostArticles)
    where sorted[index] == sorted[index - mostArticles] {
      found.insert(sorted[index])
    }
    return found
  }
}
