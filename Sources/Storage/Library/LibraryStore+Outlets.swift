public import NewsModel

/// An outlet with what the library holds of it.
public struct OutletRow: Sendable, Hashable, Codable {
  /// Its name; empty when the articles do not give one.
  public let outlet: String
  /// How many articles, current versions.
  public let articles: Int
  /// How many of them are copies of an earlier article.
  public let copies: Int
  /// How many times it changed an article after publication.
  public let corrections: Int
}

/// A version that replaced an earlier one.
public struct ReplacedRow: Sendable, Hashable, Codable {
  /// The article.
  public let article: ArticleID
  /// The ordinal of the version that came.
  public let ordinal: Int
}

extension LibraryStore {
  /// The outlets, those with most articles first, then by name.
  public func outlets() throws -> [OutletRow] {
    try pool.read { connection in
      try connection.query(
        """
        SELECT coalesce(version.outlet, ''), sum(version.is_current),
          sum(CASE WHEN version.is_current = 1 THEN coalesce(filing.is_copy, 0) ELSE 0 END),
          sum(version.ordinal > 1)
        FROM version LEFT JOIN filing ON filing.version = version.seq
        GROUP BY 1 ORDER BY 2 DESC, 1
        """
      ) { row in
        OutletRow(
          outlet: row.text(0), articles: row.integer(1), copies: row.integer(2),
          corrections: row.integer(3))
      }
    }
  }

  /// The versions that replaced earlier ones, the latest filed first.
  public func replacements(limit: Int) throws -> [ReplacedRow] {
    try pool.read { connection in
      try connection.query(
        "SELECT article, ordinal FROM version WHERE ordinal > 1 ORDER BY seq DESC LIMIT ?",
        [.integer(limit)]
      ) { ReplacedRow(article: ArticleID($0.text(0)), ordinal: $0.integer(1)) }
    }
  }
}
