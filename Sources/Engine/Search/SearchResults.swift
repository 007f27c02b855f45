public import NewsModel
public import Primitives
import Storage

/// What a search lists.
public enum SearchUnit: String, Hashable, Sendable, CaseIterable {
  /// Sentences.
  case sentences
  /// Articles, each by its best sentence.
  case articles
  /// Sentences in which somebody says something.
  case statements
}

/// A sentence that a search found.
public struct SearchHit: Sendable {
  /// The sentence.
  public let citation: Citation
  /// The words to mark, as ranges into the citation's exact words.
  public let matches: [ByteRange]
  /// The article that holds it.
  public let article: ArticleSummary
  /// The statement that it holds, when statements were asked for.
  public let statement: Statement?
  /// Who speaks.
  public let speaker: EntityProfile?
}

/// One page of what a search found.
public struct SearchResults: Sendable {
  /// What was asked for.
  public let query: String
  /// How many sentences match in all; one more than `mostCounted` where there are more.
  public let total: Int
  /// Sentences are counted up to this many.
  public static let mostCounted = LibraryStore.mostCounted
  /// Whether every word had to match; false when only some did.
  public let matchedAll: Bool
  /// The page, best first.
  public let hits: [SearchHit]
}
