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
    var source = "statement"
    if let speaker {
      let names = overlay.sources(of: speaker)
      source = "entity_mention AS mention JOIN statement ON statement.version = mention.version"
      tests.append("statement.speaker = mention.place")
      tests.append("mention.entity IN (\(names.map { _ in "?" }.joined(separator: ", ")))")
      values += names.map { .text($0.rawValue) }
    }
    if let footing {
      tests.append("footing = ?")
      values.append(.text(footing.rawValue))
    }
    if !tests.isEmpty {
      let said = tests.joined(separator: " AND ")
      sql += " AND version.seq IN (SELECT statement.version FROM \(source) WHERE \(said))"
    }
    return (sql, values)
  }
}

extension LibraryStore {
  /// Sentences are counted up to this many; one more stands for all that there are.
  public static let mostCounted = 1_000
  /// Of the sentences that match, so many are ranked at most, those filed last.
  ///
  /// Ranking takes three microseconds a sentence, and a word that stands in more of them tells little of which is best.
  private static let mostRanked = 1_500

  /// Finds sentences of current versions by an FTS5 expression, best first by BM25.
  ///
  /// Ties are broken by filing order. Returns one page and how many sentences match in all, up to `mostCounted`. Without a
  /// filter the last `mostRanked` that match are ranked.
  /// - Complexity: O(matches) for what each word is worth, O(1) for the rest without a filter.
  public func sentences(
    matching expression: String, filter: SearchFilter = SearchFilter(), limit: Int, offset: Int
  ) throws -> (total: Int, page: [FoundSentence]) {
    let (conditions, values) = filter.conditions(try overlay())
    let latest = conditions.isEmpty ? "ORDER BY rowid DESC LIMIT \(Self.mostRanked)" : ""
    func tables(_ score: String, _ part: String) -> String {
      """
      (SELECT rowid AS seq\(score) FROM sentence_words WHERE sentence_words MATCH ? \(part)) AS found
      JOIN sentence ON sentence.seq = found.seq JOIN version ON version.seq = sentence.version
      WHERE version.is_current = 1\(conditions)
      """
    }
    let known = [SQLiteValue.text(expression)] + values
    return try pool.read { connection in
      let total = try connection.first(
        "SELECT count(*) FROM (SELECT 1 FROM \(tables("", "")) LIMIT \(Self.mostCounted + 1))",
        known
      ) { $0.integer(0) }
      let page = try connection.query(
        """
        SELECT version.article, sentence.start, sentence.end
        FROM \(tables(", bm25(sentence_words) AS score", latest))
        ORDER BY found.score, found.seq LIMIT ? OFFSET ?
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
