import NewsModel

/// The telling words of one article.
struct ArticleFeatures: Sendable {
  /// How often a word occurs, the word by the hash of its stem.
  struct Term: Sendable, Equatable {
    let hash: UInt64
    let count: Float
  }

  /// How many times over a word of the headline counts.
  ///
  /// Set on two collections of grouped articles; 4 to 8 give the same within half a point.
  static let headlineWeight: Float = 7

  /// The words of headline and text, sorted by hash.
  let terms: [Term]

  /// Reads an article.
  /// - Complexity: O(bytes + words log words).
  init(_ article: Article) {
    var counts = Self.count(article.text)
    for (hash, count) in Self.count(article.title ?? "") {
      counts[hash, default: 0] += count * Self.headlineWeight
    }
    terms = counts.map { Term(hash: $0.key, count: $0.value) }.sorted { $0.hash < $1.hash }
  }

  /// Counts the stems of a text's telling words.
  private static func count(_ text: String) -> [UInt64: Float] {
    var counts: [UInt64: Float] = [:]
    var scanner = WordScanner(Array(text.utf8))
    while scanner.next() {
      guard scanner.word.count > 1 else { continue }
      let hash = StableHash.of(WordStem.of(scanner.word))
      if !StopWords.hashes.contains(hash) { counts[hash, default: 0] += 1 }
    }
    return counts
  }
}
