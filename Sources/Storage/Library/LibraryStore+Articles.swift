public import NewsModel
import Primitives

extension LibraryStore {
  private static let filedColumns = """
    version.seq, version.id, version.ordinal, version.is_current, version.head, version.text,
    version.analysis, filing.origin, filing.is_copy, filing.story
    """
  private static let filedTables = "version LEFT JOIN filing ON filing.version = version.seq"

  /// The names of all articles, by publication time, then by name.
  public func articleIDs() throws -> [ArticleID] {
    try pool.read {
      try $0.query(
        """
        SELECT article FROM version WHERE is_current = 1
        ORDER BY published IS NULL, published, article
        """
      ) { ArticleID($0.text(0)) }
    }
  }

  /// The names of all versions, sorted.
  package func versionIDs() throws -> [String] {
    try pool.read { try $0.query("SELECT id FROM version ORDER BY id") { $0.text(0) } }
  }

  /// The latest publication or change of any version, ISO 8601; nil when none has a date.
  package func latestTime() throws -> String? {
    try pool.read {
      try $0.first("SELECT max(coalesce(published, '')), max(stamp) FROM version") { row in
        [row.text(0), row.text(1)].max().flatMap { $0.isEmpty ? nil : $0 }
      } ?? nil
    }
  }

  /// How many articles the library holds.
  /// - Complexity: the pages of a small index; those of all versions while articles are filed whose places are not known yet.
  public func articleCount() throws -> Int {
    let source =
      try isBehind()
      ? "SELECT count(DISTINCT article) FROM version" : "SELECT count(*) FROM origin_place"
    return try pool.read { try $0.first(source) { $0.integer(0) } ?? 0 }
  }

  /// One version of an article, the current one when no ordinal is given; nil when there is none.
  public func filed(_ article: ArticleID, ordinal: Int? = nil) throws -> FiledArticle? {
    try pool.read { connection in
      let condition = ordinal == nil ? "is_current = 1" : "ordinal = ?"
      return try filed(
        where: "article = ? AND \(condition)",
        [.text(article.rawValue)] + (ordinal.map { [.integer($0)] } ?? []), connection
      ).first
    }
  }

  /// The current version of an article without what was found in it, which takes most of the time to read.
  package func filedText(_ article: ArticleID) throws -> FiledArticle? {
    try pool.read {
      try filed(
        where: "article = ? AND is_current = 1", [.text(article.rawValue)], analysed: false, $0
      ).first
    }
  }

  /// The same for several articles, in the order of the names; unknown names are left out.
  package func filedTexts(_ articles: [ArticleID]) throws -> [FiledArticle] {
    try articles.compactMap { try filedText($0) }
  }

  /// The current versions of the articles, in the order of the names; unknown names are left out.
  public func filed(_ articles: [ArticleID]) throws -> [FiledArticle] {
    try pool.read { connection in
      try articles.flatMap {
        try filed(where: "article = ? AND is_current = 1", [.text($0.rawValue)], connection)
      }
    }
  }

  /// The article of a version, as filed; nil when there is none.
  package func article(_ version: VersionID) throws -> Article? {
    try pool.read {
      try $0.first(
        "SELECT id, ordinal, head, text FROM version WHERE id = ?", [.text(version.rawValue)]
      ) { try self.version($0, id: 0, ordinal: 1, head: 2, text: 3).article }
    }
  }

  /// The versions of an article that were replaced, earliest first.
  public func superseded(_ article: ArticleID) throws -> [FiledArticle] {
    try pool.read {
      try filed(
        where: "article = ? AND is_current = 0 ORDER BY ordinal", [.text(article.rawValue)], $0)
    }
  }

  /// How many versions an article has.
  public func versionCount(_ article: ArticleID) throws -> Int {
    try pool.read {
      try $0.first("SELECT count(*) FROM version WHERE article = ?", [.text(article.rawValue)]) {
        $0.integer(0)
      } ?? 0
    }
  }

  /// Every version with its analysis, in the order of filing, a page at a time.
  ///
  /// Pages keep memory bounded; `body` gets each version once.
  public func eachVersion(
    currentOnly: Bool, _ body: (ArticleVersion, Analysis, Int) throws -> Void
  ) throws {
    var last = 0
    while true {
      let page = try pool.read { connection in
        try connection.query(
          """
          SELECT seq, id, ordinal, head, text, analysis FROM version
          WHERE seq > ? AND is_current >= ? ORDER BY seq LIMIT 256
          """, [.integer(last), .bool(currentOnly)]
        ) { row in
          (
            row.integer(0), try version(row, id: 1, ordinal: 2, head: 3, text: 4),
            try decode(Analysis.self, row.text(5), what: "the analysis of \(row.text(1))")
          )
        }
      }
      guard let end = page.last else { return }
      for (seq, version, analysis) in page { try body(version, analysis, seq) }
      last = end.0
    }
  }

  /// Every current version by its name, with its article but for the text, in the order of filing.
  package func eachCurrentHead(_ body: (VersionID, Article) throws -> Void) throws {
    _ = try pool.read { connection in
      try connection.query("SELECT id, head FROM version WHERE is_current = 1 ORDER BY seq") {
        let article = try decode(
          Article.self, $0.text(1), what: "the head of version \($0.text(0))")
        try body(VersionID($0.text(0)), article)
      }
    }
  }

  /// Other articles of the same outlet and section, latest first.
  public func sameSection(as article: Article, limit: Int) throws -> [ArticleID] {
    guard let outlet = article.outlet, let section = article.section else { return [] }
    return try pool.read {
      try $0.query(
        """
        SELECT article FROM version
        WHERE outlet = ? AND section = ? AND is_current = 1 AND article <> ?
        ORDER BY published DESC, article LIMIT ?
        """, [.text(outlet), .text(section), .text(article.id.rawValue), .integer(limit)]
      ) { ArticleID($0.text(0)) }
    }
  }

  func filed(
    where condition: String, _ values: [SQLiteValue], analysed: Bool = true,
    _ connection: SQLiteConnection
  ) throws -> [FiledArticle] {
    let sql = "SELECT \(Self.filedColumns) FROM \(Self.filedTables) WHERE \(condition)"
    return try connection.query(sql, values) { row in
      let seq = row.integer(0)
      let version = ArticleVersion(
        id: VersionID(row.text(1)), ordinal: row.integer(2),
        article: try article(row, seq: seq, head: 4, text: 5))
      let analysis = analysed ? try self.analysis(row, seq: seq, column: 6) : Analysis()
      let known = analysed ? try entities(seq, of: version.article.id, connection) : []
      return FiledArticle(
        version: version, analysis: analysis,
        entities: known.count == analysis.entities.count ? known : Self.unresolved(analysis),
        origin: OriginID(row.optionalText(7) ?? version.id.rawValue), isCopy: row.bool(8),
        isCurrent: row.bool(3), story: row.optionalText(9).map { StoryID($0) },
        corrections: try row.bool(3)
          ? []
          : Self.corrections(of: version.article.id, ordinal: version.ordinal, connection))
    }
  }

  /// Who the names of a version are, in their order, as editors decided.
  private func entities(
    _ version: Int, of article: ArticleID, _ connection: SQLiteConnection
  ) throws -> [EntityID] {
    let overlay = try overlay(connection)
    return try connection.query(
      "SELECT entity FROM entity_mention WHERE version = ? ORDER BY place", [.integer(version)]
    ) { overlay.entity(EntityID($0.text(0)), in: article) }
  }

  /// Entities of a version that was never resolved against the library: replaced versions.
  private static func unresolved(_ analysis: Analysis) -> [EntityID] {
    analysis.entities.map { EntityID("unresolved-\(Digest(of: $0.name).short(12))") }
  }

  private func analysis(_ row: SQLiteRow, seq: Int, column: Int32) throws -> Analysis {
    try analyses.value(seq, row.bytes(column)) {
      try decode(Analysis.self, row.text(column), what: "the analysis of version \(row.text(1))")
    }
  }

  private func article(
    _ row: SQLiteRow, seq: Int, head: Int32, text: Int32
  ) throws -> Article {
    var article = try heads.value(seq, row.bytes(head)) {
      try decode(Article.self, row.text(head), what: "the head of version \(row.text(1))")
    }
    article.text = row.text(text)
    return article
  }

  private func version(
    _ row: SQLiteRow, id: Int32, ordinal: Int32, head: Int32, text: Int32
  ) throws -> ArticleVersion {
    let name = row.text(id)
    var article = try decode(Article.self, row.text(head), what: "the head of version \(name)")
    article.text = row.text(text)
    return ArticleVersion(id: VersionID(name), ordinal: row.integer(ordinal), article: article)
  }
}
