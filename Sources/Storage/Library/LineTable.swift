/// The index from lines to versions, read and written within one transaction.
package struct LineTable {
  private let connection: SQLiteConnection

  init(_ connection: SQLiteConnection) { self.connection = connection }

  /// Adds the lines of a version.
  package func insert(_ lines: [Int], version: Int) throws {
    for line in lines {
      try connection.execute(
        "INSERT INTO text_line (hash, version) VALUES (?, ?)", [.integer(line), .integer(version)])
    }
  }

  /// Takes the lines of a version out.
  package func remove(_ lines: [Int], version: Int) throws {
    for line in lines {
      try connection.execute(
        "DELETE FROM text_line WHERE hash = ? AND version = ?", [.integer(line), .integer(version)])
    }
  }

  /// The versions that have a line, at most `limit`.
  package func versions(with line: Int, limit: Int) throws -> [Int] {
    try connection.query(
      "SELECT version FROM text_line WHERE hash = ? LIMIT ?", [.integer(line), .integer(limit)]
    ) { $0.integer(0) }
  }
}
