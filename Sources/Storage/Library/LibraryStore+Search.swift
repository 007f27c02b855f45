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

  /// The stored sentences of every version whose place or words are no longer what was filed.
  ///
  /// Returns each with the article and the words that now stand there.
  public func changedSentences() throws -> [(article: ArticleID, ordinal: Int, words: String)] {
    var changed: [(article: ArticleID, ordinal: Int, words: String)] = []
    try eachVersion(currentOnly: false) { version, _, seq in
      let text = UTF8Text(version.article.text)
      let rows = try pool.read {
        try $0.query(
          "SELECT start, end, digest FROM sentence WHERE version = ? ORDER BY start",
          [.integer(seq)]
        ) { ($0.integer(0), $0.integer(1), $0.text(2)) }
      }
      for (start, end, digest) in rows {
        let words = 0 <= start && start <= end ? text.words(at: ByteRange(start, end)) : nil
        guard words.map(Self.sentenceDigest) != digest else { continue }
        let shown = words ?? "bytes \(start) to \(end), which the text does not have"
        changed.append((version.article.id, version.ordinal, shown))
      }
    }
    return changed
  }
}
