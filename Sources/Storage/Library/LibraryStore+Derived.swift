public import NewsModel
public import Primitives

extension LibraryStore {
  /// How many versions have been filed: what was derived from so many holds while the number stands.
  ///
  /// Every write of derived data names the generation that it was derived from and does nothing when
  /// another process has filed articles since.
  public func generation() throws -> Int {
    try pool.read { try Self.generation($0) }
  }

  static func generation(_ connection: SQLiteConnection) throws -> Int {
    try connection.first("SELECT coalesce(max(seq), 0) FROM version") { $0.integer(0) } ?? 0
  }

  /// Notes that the tables hold all that was filed; false when the generation has passed.
  public func markUpToDate(generation: Int) throws -> Bool {
    try write { connection in
      guard try Self.generation(connection) == generation else { return false }
      try Self.setNote(Self.behindKey, to: "0", in: connection)
      return true
    }
  }

  /// Compares the stored derived tables with what they should be; one sentence for each that differs.
  public func derivedDifferences(from tables: Organisation) throws -> [String] {
    try pool.read { connection in
      try documentRows(tables).compactMap { try $0().difference(in: connection) }
        + versionDifferences(tables, connection)
    }
  }

  /// The compiled dossier of a topic with the digest of the evidence that it was compiled from.
  public func dossier(_ topic: TopicID) throws -> (evidence: String, document: String)? {
    try pool.read {
      try $0.first(
        "SELECT evidence, document FROM dossier WHERE topic = ?", [.text(topic.rawValue)]
      ) { ($0.text(0), $0.text(1)) }
    }
  }

  /// The dossier of a topic that is known to hold in an edition; nil where none was kept, or articles wait to be organised.
  /// - Complexity: one look-up, whatever the size of the topic.
  public func dossier(_ topic: TopicID, of edition: String) throws -> String? {
    try pool.read {
      try $0.first(
        """
        SELECT document FROM dossier WHERE topic = ? AND edition = ?
        AND NOT EXISTS (SELECT 1 FROM meta WHERE key = ? AND value = '1')
        """, [.text(topic.rawValue), .text(edition), .text(Self.behindKey)]
      ) { $0.text(0) }
    }
  }

  /// The edition in which the kept dossier of a topic was last known to hold.
  public func dossierEdition(_ topic: TopicID) throws -> String? {
    try pool.read {
      try $0.first("SELECT edition FROM dossier WHERE topic = ?", [.text(topic.rawValue)]) {
        $0.optionalText(0)
      } ?? nil
    }
  }

  /// Keeps a compiled dossier, with the edition in which it holds.
  ///
  /// Does nothing when the library was opened for reading. While articles wait to be organised no edition is noted.
  public func keepDossier(
    _ topic: TopicID, evidence: String, document: String, edition: String
  ) throws {
    guard isWritable else { return }
    try write { connection in
      try connection.execute(
        """
        INSERT INTO dossier (topic, evidence, document, edition) VALUES (?, ?, ?,
          CASE WHEN EXISTS (SELECT 1 FROM meta WHERE key = ? AND value = '1') THEN NULL ELSE ? END)
        ON CONFLICT (topic) DO UPDATE
        SET evidence = excluded.evidence, document = excluded.document, edition = excluded.edition
        """,
        [
          .text(topic.rawValue), .text(evidence), PackedText.value(document, as: .prose),
          .text(Self.behindKey), .text(edition),
        ])
    }
  }

  /// Drops the dossiers of topics that are no more.
  public func dropLostDossiers() throws {
    try write { connection in
      try connection.execute(
        "DELETE FROM dossier WHERE topic NOT IN (SELECT id FROM topic WHERE id NOT NULL)", [])
    }
  }

  /// Which of some articles are copies, and when each was published; unknown names are left out.
  public func places(
    of articles: [ArticleID]
  ) throws -> [(article: ArticleID, isCopy: Bool, published: CivilTime?)] {
    try pool.read { connection in
      try articles.flatMap { article in
        try connection.query(
          """
          SELECT coalesce(filing.is_copy, 0), version.published
          FROM version LEFT JOIN filing ON filing.version = version.seq
          WHERE version.article = ? AND version.is_current = 1
          """, [.text(article.rawValue)]
        ) { (article, $0.bool(0), $0.optionalText(1).flatMap { CivilTime(iso8601: $0) }) }
      }
    }
  }
}
