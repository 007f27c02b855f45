public import NewsModel
import Primitives

extension LibraryStore {
  /// How many versions have been filed: what was derived from so many holds while the number stands.
  ///
  /// Every write of derived data names the generation that it was derived from and does nothing when
  /// another process has filed articles since.
  public func generation() throws -> Int {
    try pool.read { try Self.generation($0) }
  }

  private static func generation(_ connection: SQLiteConnection) throws -> Int {
    try connection.first("SELECT coalesce(max(seq), 0) FROM version") { $0.integer(0) } ?? 0
  }

  /// Replaces all derived tables and notes in one transaction; false when the generation has passed.
  public func replaceDerived(
    _ tables: Organisation, notes: [String: String], generation: Int
  ) throws -> Bool {
    try write { connection in
      guard try Self.generation(connection) == generation else { return false }
      for (key, value) in notes.sorted(by: { $0.key < $1.key }) {
        try Self.setNote(key, to: value, in: connection)
      }
      for table in try derivedRows(tables, connection) {
        try connection.execute("DELETE FROM \(table.name)")
        for row in table.rows { try connection.execute(table.insertion, row) }
      }
      return true
    }
  }

  /// Notes that tables and dossiers hold all that was filed; false when the generation has passed.
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
      try derivedRows(tables, connection).compactMap { table in
        let stored = try connection.query(table.selection) { row in
          (0..<Int32(table.columns.count)).map { row.value($0) }
        }
        return table.difference(from: stored)
      }
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

  /// Keeps compiled dossiers and drops those of topics that are gone, in one transaction.
  ///
  /// Keeps nothing and returns false when the generation has passed.
  public func keepDossiers(
    _ dossiers: [(topic: TopicID, evidence: String, document: String)], generation: Int
  ) throws -> Bool {
    try write { connection in
      guard try Self.generation(connection) == generation else { return false }
      for dossier in dossiers {
        try connection.execute(
          """
          INSERT INTO dossier (topic, evidence, document) VALUES (?, ?, ?)
          ON CONFLICT (topic) DO UPDATE
          SET evidence = excluded.evidence, document = excluded.document
          """,
          [
            .text(dossier.topic.rawValue), .text(dossier.evidence),
            PackedText.value(dossier.document),
          ])
      }
      try connection.execute("DELETE FROM dossier WHERE topic NOT IN (SELECT id FROM topic)")
      return true
    }
  }
}
