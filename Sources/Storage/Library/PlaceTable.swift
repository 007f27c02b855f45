/// Where an article stands on one level: among copies, in stories, or its story in topics.
package struct PlaceRow: Sendable {
  /// The version.
  package let version: Int
  /// Its place in the order of publication.
  package let moment: Int
  /// Its article.
  package let article: String
  /// The version that began the group that it is in.
  package let leader: Int
  /// How much in common an earlier one must have with it to have been weighed.
  package let floor: Int
  /// Its words, packed; empty among copies.
  package let words: [UInt8]

  /// Puts a row together.
  package init(
    version: Int, moment: Int, article: String, leader: Int, floor: Int, words: [UInt8]
  ) {
    self.version = version
    self.moment = moment
    self.article = article
    self.leader = leader
    self.floor = floor
    self.words = words
  }
}

/// The places of one level, read and written within one transaction.
package struct PlaceTable {
  /// The three levels.
  package enum Level: String, Sendable {
    case origin, story, topic
  }

  private let connection: SQLiteConnection
  private let selection: String
  private let insertion: String
  private let deletion: String
  private let update: String
  private let members: String

  init(_ level: Level, _ connection: SQLiteConnection) {
    self.connection = connection
    let table = "\(level.rawValue)_place"
    selection = """
      SELECT place.moment, version.article, place.leader, place.floor, place.words
      FROM \(table) AS place JOIN version ON version.seq = place.version WHERE place.version = ?
      """
    insertion =
      "INSERT INTO \(table) (version, moment, leader, floor, words) VALUES (?, ?, ?, ?, ?)"
    deletion = "DELETE FROM \(table) WHERE version = ?"
    update = "UPDATE \(table) SET leader = ?, floor = ? WHERE version = ?"
    members = "SELECT version FROM \(table) WHERE leader = ?"
  }

  /// The row of a version; nil when it has none.
  package func row(_ version: Int) throws -> PlaceRow? {
    try connection.first(selection, [.integer(version)]) { row in
      PlaceRow(
        version: version, moment: row.integer(0), article: row.text(1), leader: row.integer(2),
        floor: row.integer(3), words: row.bytes(4))
    }
  }

  /// Adds a row.
  package func insert(_ row: PlaceRow) throws {
    try connection.execute(
      insertion,
      [
        .integer(row.version), .integer(row.moment), .integer(row.leader), .integer(row.floor),
        .blob(row.words),
      ])
  }

  /// Takes the row of a version out.
  package func remove(_ version: Int) throws {
    try connection.execute(deletion, [.integer(version)])
  }

  /// Notes the group of a version.
  package func place(_ version: Int, leader: Int, floor: Int) throws {
    try connection.execute(update, [.integer(leader), .integer(floor), .integer(version)])
  }

  /// The versions of a group, in any order.
  package func members(of leader: Int) throws -> [Int] {
    try connection.query(members, [.integer(leader)]) { $0.integer(0) }
  }
}

/// An index from words, or from runs of words, to versions by day, read and written within one transaction.
package struct WordTable {
  private let connection: SQLiteConnection
  private let insertion: String
  private let deletion: String
  private let selection: String

  init(_ table: String, _ connection: SQLiteConnection) {
    self.connection = connection
    insertion = "INSERT INTO \(table) (word, day, version, share) VALUES (?, ?, ?, ?)"
    deletion = "DELETE FROM \(table) WHERE word = ? AND day = ? AND version = ?"
    selection = "SELECT version, day, share FROM \(table) WHERE word = ? AND day BETWEEN ? AND ?"
  }

  /// Adds an entry.
  package func insert(word: Int, day: Int, version: Int, share: Int) throws {
    try connection.execute(
      insertion, [.integer(word), .integer(day), .integer(version), .integer(share)])
  }

  /// Takes an entry out.
  package func remove(word: Int, day: Int, version: Int) throws {
    try connection.execute(deletion, [.integer(word), .integer(day), .integer(version)])
  }

  /// The entries of a word on some days.
  package func entries<Entry>(
    of word: Int, days: ClosedRange<Int>,
    _ make: (_ version: Int, _ day: Int, _ share: Int) -> Entry
  ) throws -> [Entry] {
    try connection.query(
      selection, [.integer(word), .integer(days.lowerBound), .integer(days.upperBound)]
    ) { make($0.integer(0), $0.integer(1), $0.integer(2)) }
  }
}

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
