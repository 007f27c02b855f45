package import NewsModel
import Primitives

/// The names of a current version with what entities across articles depend on besides.
package struct FiledNames: Sendable {
  package let version: VersionID
  package let article: ArticleID
  /// Its place in the order of publication.
  package let moment: Int
  /// The document that was kept of its names.
  package let names: String
  /// Whether it is a copy.
  package let isCopy: Bool
  /// The version that began its story.
  package let story: Int
}

extension LibraryStore {
  /// Hands the names of all current versions to `body`, in the order of publication.
  package func eachNames(_ body: (FiledNames) throws -> Void) throws {
    try pool.read { connection in
      _ = try connection.query(
        """
        SELECT version.id, version.article, place.moment, article_names.names,
          place.leader <> place.version, coalesce(story_place.leader, place.leader)
        FROM origin_place AS place
        JOIN version ON version.seq = place.version
        JOIN article_names ON article_names.version = place.version
        LEFT JOIN story_place ON story_place.version = place.leader
        ORDER BY place.moment, version.article
        """
      ) { row in
        try body(
          FiledNames(
            version: VersionID(row.text(0)), article: ArticleID(row.text(1)),
            moment: row.integer(2), names: row.text(3), isCopy: row.bool(4), story: row.integer(5)))
      }
    }
  }

  /// Brings entities, mentions and speakers to what they should be, with notes, in one transaction.
  ///
  /// Only rows that differ are written. Returns false, and writes nothing, when the generation has passed.
  package func replaceEntities(
    _ profiles: [EntityProfile], mentions: [VersionID: [EntityID]], notes: [String: String],
    generation: Int
  ) throws -> Bool {
    try write { connection in
      guard try Self.generation(connection) == generation else { return false }
      for (key, value) in notes.sorted(by: { $0.key < $1.key }) {
        try Self.setNote(key, to: value, in: connection)
      }
      try Self.replace(profiles, connection)
      let current = try connection.query(
        "SELECT seq, id FROM version WHERE is_current = 1 ORDER BY seq"
      ) { ($0.integer(0), VersionID($0.text(1))) }
      for (seq, version) in current {
        let entities = mentions[version] ?? []
        let known = try connection.query(
          "SELECT entity FROM entity_mention WHERE version = ? ORDER BY place", [.integer(seq)]
        ) { EntityID($0.text(0)) }
        if known != entities || entities.isEmpty {
          try replaceMentions(of: seq, entities, connection)
        }
      }
      return true
    }
  }

  private static func replace(
    _ profiles: [EntityProfile], _ connection: SQLiteConnection
  ) throws {
    var known: [String: String] = [:]
    for (id, document) in try connection.query(
      "SELECT id, document FROM entity", [], { ($0.text(0), $0.text(1)) })
    {
      known[id] = document
    }
    for profile in profiles {
      let document = try CanonicalJSON.string(profile)
      guard known.removeValue(forKey: profile.id.rawValue) != document else { continue }
      try connection.execute(
        "INSERT OR REPLACE INTO entity (id, articles, document) VALUES (?, ?, ?)",
        [.text(profile.id.rawValue), .integer(profile.articleCount), .text(document)])
    }
    for id in known.keys.sorted() {
      try connection.execute("DELETE FROM entity WHERE id = ?", [.text(id)])
    }
  }

  /// Writes the mentions and the statements of a version again.
  private func replaceMentions(
    of seq: Int, _ entities: [EntityID], _ connection: SQLiteConnection
  ) throws {
    for table in ["entity_mention", "statement"] {
      try connection.execute("DELETE FROM \(table) WHERE version = ?", [.integer(seq)])
    }
    for (place, entity) in entities.enumerated() {
      try connection.execute(
        "INSERT INTO entity_mention (version, place, entity) VALUES (?, ?, ?)",
        [.integer(seq), .integer(place), .text(entity.rawValue)])
    }
    guard
      let (filed, analysis) = try FilingTables(self, connection).analysed(seq),
      filed.article.text.isEmpty == false
    else { return }
    for (place, statement) in analysis.statements.enumerated() {
      try connection.execute(
        "INSERT INTO statement (version, place, speaker, form, footing) VALUES (?, ?, ?, ?, ?)",
        [.integer(seq), .integer(place)] + Self.columns(of: statement, entities))
    }
  }
}
