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

  /// Keeps a compiled dossier.
  ///
  /// Does nothing when the library was opened for reading.
  public func keepDossier(_ topic: TopicID, evidence: String, document: String) throws {
    guard isWritable else { return }
    try write { connection in
      try connection.execute(
        """
        INSERT INTO dossier (topic, evidence, document) VALUES (?, ?, ?)
        ON CONFLICT (topic) DO UPDATE
        SET evidence = excluded.evidence, document = excluded.document
        """, [.text(topic.rawValue), .text(evidence), PackedText.value(document)])
    }
  }
}
