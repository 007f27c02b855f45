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
