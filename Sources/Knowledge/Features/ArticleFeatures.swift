import NewsModel
import Primitives

/// What grouping needs of one article, computed from the article alone and only once.
///
/// A pure function of the article's words: it can be stored beside the version and read again.
struct ArticleFeatures: Sendable {
  /// How often a word occurs, the word by the hash of its stem.
  struct Term: Sendable, Equatable {
    let hash: UInt64
    let count: Float
  }

  /// How many times over a word of the headline counts.
  ///
  /// Set on two collections of grouped articles; 2 to 5 give the same within half a point.
  static let headlineWeight: Float = 4

  /// The day of publication since 1970-01-01.
  let day: Int?
  /// The outlet, by its hash; zero when it is not known.
  let outlet: UInt64
  /// The words of headline and text, sorted by hash.
  let terms: [Term]
  /// The words of the headline alone, sorted by hash.
  let headline: [Term]
  /// The runs of words of the text, sorted: what copies have in common.
  let shingles: [UInt64]

  /// Reads an article.
  /// - Complexity: O(bytes + words log words).
  init(_ article: AnalysedArticle) {
    let article = article.article
    day = article.published?.date.daysSinceEpoch
    outlet = article.outlet.map { StableHash.of($0.utf8) } ?? 0
    var shingles = ShingleBuilder()
    var counts = Self.count(article.text) { shingles.add($0) }
    let headline = Self.count(article.title ?? "") { _ in }
    for (hash, count) in headline { counts[hash, default: 0] += count * Self.headlineWeight }
    terms = Self.sorted(counts)
    self.headline = Self.sorted(headline)
    self.shingles = shingles.sorted
  }

  /// Whether the article has a word, by the hash of its stem.
  /// - Complexity: O(log words).
  func contains(_ stem: UInt64) -> Bool {
    var low = 0
    var high = terms.count
    while low < high {
      let middle = (low + high) / 2
      if terms[middle].hash < stem { low = middle + 1 } else { high = middle }
    }
    return low < terms.count && terms[low].hash == stem
  }

  /// Counts the stems of a text's telling words and hands on every word.
  private static func count(_ text: String, each: ([UInt8]) -> Void) -> [UInt64: Float] {
    var counts: [UInt64: Float] = [:]
    var scanner = WordScanner(Array(text.utf8))
    while scanner.next() {
      each(scanner.word)
      guard scanner.word.count > 1 else { continue }
      let hash = StableHash.of(WordStem.of(scanner.word))
      if !StopWords.hashes.contains(hash) { counts[hash, default: 0] += 1 }
    }
    return counts
  }

  private static func sorted(_ counts: [UInt64: Float]) -> [Term] {
    counts.map { Term(hash: $0.key, count: $0.value) }.sorted { $0.hash < $1.hash }
  }
}
