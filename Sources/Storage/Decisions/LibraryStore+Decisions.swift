public import NewsModel
import Primitives
import Synchronization

extension LibraryStore {
  /// All decisions in the order in which they were made.
  public func decisions() throws -> [RecordedDecision] {
    try pool.read { try Self.hasLog($0) ? decisions($0) : [] }
  }

  /// Appends a decision to the log and says how it stands there.
  public func record(_ decision: Decision) throws -> RecordedDecision {
    let document = try CanonicalJSON.string(decision)
    return try write { connection in
      let last = try connection.first(
        "SELECT number, digest FROM decision ORDER BY number DESC LIMIT 1"
      ) { ($0.integer(0), $0.text(1)) }
      let number = (last?.0 ?? 0) + 1
      let digest = Self.digest(document, after: last?.1 ?? "")
      try connection.execute(
        "INSERT INTO decision (number, document, digest) VALUES (?, ?, ?)",
        [.integer(number), .text(document), .text(digest)])
      return RecordedDecision(number: number, decision: decision, digest: digest)
    }
  }

  /// The first decision that is not the one that was recorded, or from which one is missing; nil when the log holds.
  public func decisionFault() throws -> Int? {
    let rows = try pool.read { connection -> [(Int, String, String)] in
      guard try Self.hasLog(connection) else { return [] }
      return try connection.query("SELECT number, document, digest FROM decision ORDER BY number") {
        ($0.integer(0), $0.text(1), $0.text(2))
      }
    }
    var last = ""
    for (place, row) in rows.enumerated() {
      guard row.0 == place + 1, row.2 == Self.digest(row.1, after: last) else { return place + 1 }
      last = row.2
    }
    return nil
  }

  /// What the decisions make of the derived data, as the connection's view has them.
  func overlay(_ connection: SQLiteConnection) throws -> DecisionOverlay {
    guard try Self.hasLog(connection) else { return DecisionOverlay([]) }
    let last = try connection.first(
      "SELECT digest FROM decision ORDER BY number DESC LIMIT 1"
    ) { $0.text(0) }
    guard let last else { return DecisionOverlay([]) }
    if let known = overlays.withLock({ $0 }), known.digest == last { return known }
    let fresh = DecisionOverlay(try decisions(connection))
    overlays.withLock { $0 = fresh }
    return fresh
  }

  /// What the decisions make of the derived data.
  public func overlay() throws -> DecisionOverlay { try pool.read { try overlay($0) } }

  private func decisions(_ connection: SQLiteConnection) throws -> [RecordedDecision] {
    try connection.query("SELECT number, document, digest FROM decision ORDER BY number") { row in
      RecordedDecision(
        number: row.integer(0),
        decision: try decode(Decision.self, row.text(1), what: "decision \(row.integer(0))"),
        digest: row.text(2))
    }
  }

  /// Whether the library has the log: one that an older program made gets it when it is next written.
  private static func hasLog(_ connection: SQLiteConnection) throws -> Bool {
    try schemaVersion(connection) >= Migrations.decisionsStep
  }

  private static func digest(_ document: String, after last: String) -> String {
    Digest(fields: [last, document]).short(32)
  }
}
