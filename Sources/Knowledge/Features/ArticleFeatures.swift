import NewsModel
import Primitives

/// What is computed once for each article, from the article alone.
struct ArticleFeatures: Sendable {
  /// A word of the article, by its hash, and how often it occurs.
  struct Term: Sendable {
    let hash: UInt64
    let weight: Float
  }

  /// The day of publication since 1970-01-01.
  let day: Int?
  /// The words of headline and text, sorted by hash.
  let terms: [Term]

  /// Reads an article.
  init(_ article: AnalysedArticle) {
    day = article.article.published?.date.daysSinceEpoch
    var counts: [UInt64: Float] = [:]
    Self.count(article.article.text, weight: 1, into: &counts)
    Self.count(article.article.title ?? "", weight: 3, into: &counts)
    terms = counts.map { Term(hash: $0.key, weight: $0.value) }.sorted { $0.hash < $1.hash }
  }

  private static func count(_ text: String, weight: Float, into counts: inout [UInt64: Float]) {
    WordScanner.forEachWord(in: Array(text.utf8)) { word, _ in
      guard word.count > 2 else { return }
      counts[StableHash.of(word), default: 0] += weight
    }
  }
}
