public import NewsModel
public import Primitives

/// A sentence that a search found.
public struct FoundSentence: Hashable, Sendable {
  /// The article that holds it.
  public let article: ArticleID
  /// Where it stands in the article's current version.
  public let sentence: ByteRange
}

extension LibraryStore {
  /// Finds sentences of current versions by an FTS5 expression, best first by BM25.
  ///
  /// Ties are broken by filing order. Returns one page and how many sentences match in all.
  public func sentences(
    matching expression: String, limit: Int, offset: Int
  ) throws -> (total: Int, page: [FoundSentence]) {
    let tables = """
      sentence_words JOIN sentence ON sentence.seq = sentence_words.rowid
      JOIN version ON version.seq = sentence.version
      WHERE sentence_words MATCH ? AND version.is_current = 1
      """
    return try pool.read { connection in
      let total = try connection.first("SELECT count(*) FROM \(tables)", [.text(expression)]) {
        $0.integer(0)
      }
      let page = try connection.query(
        """
        SELECT version.article, sentence.start, sentence.end FROM \(tables)
        ORDER BY bm25(sentence_words), sentence.seq LIMIT ? OFFSET ?
        """, [.text(expression), .integer(limit), .integer(offset)]
      ) { row in
        (ArticleID(row.text(0)), row.integer(1), row.integer(2))
      }
      let found = page.compactMap { article, start, end in
        start < end
          ? FoundSentence(article: article, sentence: ByteRange(start, end)) : nil
      }
      return (total ?? 0, found)
    }
  }
}
