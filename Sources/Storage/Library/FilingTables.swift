package import NewsModel
package import Primitives

/// What a version's lists are made from.
package struct VersionBrief: Sendable {
  package let article: ArticleID
  package let outlet: String?
  package let title: String?
  package let published: CivilTime?
}

/// A state of a library's file, as one connection sees it.
package struct FileState: Hashable, Sendable {
  /// The writes of other connections.
  package let data: Int
  /// The version that was filed last.
  package var versions: Int
}

/// The derived tables that filing brings up to date, within one transaction.
package struct FilingTables {
  /// The places on each level, and the indexes that lead to them.
  package let origins: PlaceTable
  package let stories: PlaceTable
  package let topics: PlaceTable
  package let storyWords: WordTable
  package let topicWords: WordTable
  package let runs: WordTable
  package let lines: LineTable
  let connection: SQLiteConnection
  let store: LibraryStore

  init(_ store: LibraryStore, _ connection: SQLiteConnection) {
    self.store = store
    self.connection = connection
    origins = PlaceTable(.origin, connection)
    stories = PlaceTable(.story, connection)
    topics = PlaceTable(.topic, connection)
    storyWords = WordTable("story_word", restBytes: 2, hasShare: true, connection)
    topicWords = WordTable("topic_word", restBytes: 2, hasShare: true, connection)
    runs = WordTable("text_run", restBytes: 3, hasShare: false, connection)
    lines = LineTable(connection)
  }

  /// The article of a version; nil when there is no such version.
  package func article(_ version: Int) throws -> Article? {
    try connection.first(
      "SELECT id, head, text FROM version WHERE seq = ?", [.integer(version)]
    ) { row in
      var article = try store.decode(
        Article.self, row.text(1), what: "the head of version \(row.text(0))")
      article.text = row.text(2)
      return article
    }
  }

  /// The outlet and the text of a version, from its columns; nil when there is no such version.
  package func text(_ version: Int) throws -> (outlet: String?, text: String)? {
    try connection.first("SELECT outlet, text FROM version WHERE seq = ?", [.integer(version)]) {
      ($0.optionalText(0), $0.text(1))
    }
  }

  /// Which state of the file this transaction works on: changes when another connection wrote, or another version was filed.
  package func state() throws -> FileState {
    FileState(
      data: try connection.first("PRAGMA data_version") { $0.integer(0) } ?? 0,
      versions: try LibraryStore.generation(connection))
  }

  /// Versions in the order of publication, as far as their columns tell.
  package func inOrder(_ versions: [Int]) throws -> [Int] {
    let dated = try versions.map { ($0, try brief($0)?.published) }
    return dated.sorted { a, b in
      guard let mine = a.1, let theirs = b.1, mine != theirs else {
        return a.1 == nil ? b.1 == nil && a.0 < b.0 : b.1 == nil || a.0 < b.0
      }
      return mine < theirs
    }.map(\.0)
  }

  /// What lists need of a version; nil when there is no such version.
  package func brief(_ version: Int) throws -> VersionBrief? {
    try connection.first(
      "SELECT article, outlet, title, published FROM version WHERE seq = ?", [.integer(version)]
    ) { row in
      VersionBrief(
        article: ArticleID(row.text(0)), outlet: row.optionalText(1), title: row.optionalText(2),
        published: row.optionalText(3).flatMap { CivilTime(iso8601: $0) })
    }
  }

  /// A version with its analysis; nil when there is no such version.
  package func analysed(_ version: Int) throws -> (version: ArticleVersion, analysis: Analysis)? {
    let row = try connection.first(
      "SELECT id, ordinal, analysis FROM version WHERE seq = ?", [.integer(version)]
    ) { ($0.text(0), $0.integer(1), $0.text(2)) }
    guard let row, let article = try article(version) else { return nil }
    return (
      ArticleVersion(id: VersionID(row.0), ordinal: row.1, article: article),
      try store.decode(Analysis.self, row.2, what: "the analysis of \(article.id)")
    )
  }

  /// Keeps the names of a version, as a document.
  package func keep(names: String, of version: Int) throws {
    try connection.execute(
      "INSERT OR REPLACE INTO article_names (version, names) VALUES (?, ?)",
      [.integer(version), PackedText.value(names, as: .analysis)])
  }

  /// Keeps an origin and that its versions, the first of which is the original, belong to it.
  package func keep(_ origin: Origin, versions: [Int]) throws {
    try connection.execute(
      "INSERT OR REPLACE INTO origin (id, document) VALUES (?, ?)",
      [.text(origin.id.rawValue), .text(try CanonicalJSON.string(origin))])
    for (place, version) in versions.enumerated() {
      try connection.execute(
        """
        INSERT INTO filing (version, origin, is_copy) VALUES (?, ?, ?)
        ON CONFLICT (version) DO UPDATE SET origin = excluded.origin, is_copy = excluded.is_copy
        """, [.integer(version), .text(origin.id.rawValue), .bool(place > 0)])
    }
  }

  /// Keeps a story and that its versions belong to it.
  package func keep(_ story: Story, versions: [Int]) throws {
    try connection.execute(
      "INSERT OR REPLACE INTO story (id, document) VALUES (?, ?)",
      [.text(story.id.rawValue), .text(try CanonicalJSON.string(story))])
    for version in versions {
      try connection.execute(
        "UPDATE filing SET story = ?1 WHERE version = ?2 AND story IS NOT ?1",
        [.text(story.id.rawValue), .integer(version)])
    }
  }

  /// Drops an origin.
  package func drop(_ origin: OriginID) throws {
    try connection.execute("DELETE FROM origin WHERE id = ?", [.text(origin.rawValue)])
  }

  /// Drops a story.
  package func drop(_ story: StoryID) throws {
    try connection.execute("DELETE FROM story WHERE id = ?", [.text(story.rawValue)])
  }

  /// Drops that a version, which is current no more, belongs to anything.
  package func dropFiling(_ version: Int) throws {
    for table in ["filing", "article_names", "entity_mention", "statement"] {
      try connection.execute("DELETE FROM \(table) WHERE version = ?", [.integer(version)])
    }
  }
}
