public import NewsModel
public import Primitives

/// A sentence that matches a full-text expression, with how well it does.
public struct RankedSentence: Hashable, Sendable {
  /// The article that holds it.
  public let article: ArticleID
  /// Where it stands.
  public let sentence: ByteRange
}

extension LibraryStore {
  /// The sentences of current originals that match best (BM25), best first; copies are left out.
  ///
  /// Of very many matches the last filed are ranked: ranking one takes ten microseconds.
  /// - Complexity: O(matches) for finding, O(`mostRanked`) for the ranking, O(limit) for the rest.
  public func bestSentences(matching expression: String, limit: Int) throws -> [RankedSentence] {
    try pool.read { connection in
      try connection.query(
        """
        SELECT version.article, sentence.start, sentence.end
        FROM (
          SELECT seq, rank FROM (
            SELECT rowid AS seq, rank FROM sentence_words WHERE sentence_words MATCH ?
            ORDER BY rowid DESC LIMIT ?)
          ORDER BY rank, seq LIMIT ?) AS found
        JOIN sentence ON sentence.seq = found.seq
        JOIN version ON version.seq = sentence.version
        LEFT JOIN filing ON filing.version = version.seq
        WHERE version.is_current = 1 AND coalesce(filing.is_copy, 0) = 0
        ORDER BY found.rank, found.seq
        """, [.text(expression), .integer(Self.mostRanked), .integer(limit)]
      ) { row in
        (ArticleID(row.text(0)), row.integer(1), row.integer(2))
      }
      .compactMap { article, start, end in
        start < end ? RankedSentence(article: article, sentence: ByteRange(start, end)) : nil
      }
    }
  }

  private static let mostRanked = 500

  /// How many sentences match a full-text expression; a count that reaches the bound is the bound.
  /// - Complexity: O(most).
  public func sentenceCount(matching expression: String, most: Int) throws -> Int {
    try pool.read {
      try $0.query(
        "SELECT count(*) FROM (SELECT 1 FROM sentence_words WHERE sentence_words MATCH ? LIMIT ?)",
        [.text(expression), .integer(most)]
      ) { $0.integer(0) }.first ?? 0
    }
  }
}
