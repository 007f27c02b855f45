public import NewsModel
public import Primitives

/// A sentence that a search found.
public struct FoundSentence: Hashable, Sendable {
  /// The article that holds it.
  public let article: ArticleID
  /// Where it stands in the article's current version.
  public let sentence: ByteRange
}

extension SearchFilter {
  /// The conditions on a version, and the values that they take.
  func conditions(_ overlay: DecisionOverlay) -> (sql: String, values: [SQLiteValue]) {
    var parts: [(String, SQLiteValue)] = []
    if let outlet { parts.append(("version.outlet = ?", .text(outlet))) }
    if let from { parts.append(("version.published >= ?", .text(from.description))) }
    // A time of that day sorts behind the day itself, and before the next one.
    if let through {
      parts.append(("version.published < ?", .text(through.adding(days: 1).description)))
    }
    var sql = parts.map { " AND \($0.0)" }.joined()
    var values = parts.map(\.1)
    var tests: [String] = []
    if let speaker {
      let names = overlay.sources(of: speaker)
      tests.append("speaker IN (\(names.map { _ in "?" }.joined(separator: ", ")))")
      values += names.map { .text($0.rawValue) }
    }
    if let footing {
      tests.append("footing = ?")
      values.append(.text(footing.rawValue))
    }
    if !tests.isEmpty {
      let said = tests.joined(separator: " AND ")
      sql += " AND version.seq IN (SELECT version FROM statement WHERE \(said))"
    }
    return (sql, values)
  }
}

extension LibraryStore {
  /// Finds sentences of current versions by an FTS5 expression, best first by BM25.
  ///
  /// Ties are broken by filing order. Returns one page and how many sentences match in all.
  public func sentences(
    matching expression: String, filter: SearchFilter = SearchFilter(), limit: Int, offset: Int
  ) throws -> (total: Int, page: [FoundSentence]) {
    let (conditions, values) = filter.conditions(try overlay())
    let tables = """
      sentence_words JOIN sentence ON sentence.seq = sentence_words.rowid
      JOIN version ON version.seq = sentence.version
      WHERE sentence_words MATCH ? AND version.is_current = 1\(conditions)
      """
    let known = [SQLiteValue.text(expression)] + values
    return try pool.read { connection in
      let total = try connection.first("SELECT count(*) FROM \(tables)", known) {
        $0.integer(0)
      }
      let page = try connection.query(
        """
        SELECT version.article, sentence.start, sentence.end FROM \(tables)
        ORDER BY bm25(sentence_words), sentence.seq LIMIT ? OFFSET ?
        """, known + [.integer(limit), .integer(offset)]
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
