public import NewsModel
public import Primitives

/// A sentence that a search found.
public struct SearchHit: Sendable {
  /// The sentence.
  public let citation: Citation
  /// The words to mark, as ranges into the citation's exact words.
  public let matches: [ByteRange]
  /// The article that holds it.
  public let article: ArticleSummary
}

/// One page of what a search found.
public struct SearchResults: Sendable {
  /// What was asked for.
  public let query: String
  /// How many sentences match in all.
  public let total: Int
  /// Whether every word had to match; false when only some did.
  public let matchedAll: Bool
  /// The page, best first.
  public let hits: [SearchHit]
}
