/// An index from words, from runs of words or from lines to versions by day, within one transaction.
///
/// A row holds the entries of all hashes with the same low bits over 128 days (`PackedEntries`): a row for each entry
/// took three times the room, and reading a word took a step of SQLite for each of its articles.
package struct WordTable {
  /// The low bits of a hash, which choose the row.
  private static let bucketBits = 12
  /// The low bits of a day, which are kept with an entry; the others choose the row.
  private static let spanBits = 7

  private let connection: SQLiteConnection
  private let form: PackedEntries.Form
  private let selection: String
  private let scan: String
  private let insertion: String
  private let deletion: String

  /// Reads and writes a table; a hash has the bits of the bucket and `restBytes` bytes more.
  init(_ table: String, restBytes: Int, hasShare: Bool, _ connection: SQLiteConnection) {
    self.connection = connection
    form = PackedEntries.Form(restBytes: restBytes, hasShare: hasShare)
    selection = "SELECT entries FROM \(table) WHERE bucket = ? AND span = ?"
    scan = "SELECT span, entries FROM \(table) WHERE bucket = ? AND span BETWEEN ? AND ?"
    insertion = """
      INSERT INTO \(table) (bucket, span, entries) VALUES (?, ?, ?)
      ON CONFLICT (bucket, span) DO UPDATE SET entries = excluded.entries
      """
    deletion = "DELETE FROM \(table) WHERE bucket = ? AND span = ?"
  }

  /// Adds an entry.
  package func insert(word: Int, day: Int, version: Int, share: Int) throws {
    try change(word: word, day: day) {
      $0.insert(rest: rest(word), day: day & Self.lastDay, version: version, share: share)
    }
  }

  /// Takes an entry out.
  package func remove(word: Int, day: Int, version: Int) throws {
    try change(word: word, day: day) {
      $0.remove(rest: rest(word), day: day & Self.lastDay, version: version)
    }
  }

  /// Hands the entries of a word on some days to `body`, by day, then by version.
  package func each(
    _ word: Int, days: ClosedRange<Int>, _ body: (_ version: Int, _ day: Int, _ share: Int) -> Void
  ) throws {
    let spans = (days.lowerBound >> Self.spanBits)...(days.upperBound >> Self.spanBits)
    let values: [SQLiteValue] = [
      .integer(bucket(word)), .integer(spans.lowerBound), .integer(spans.upperBound),
    ]
    _ = try connection.query(scan, values) { row in
      let span = row.integer(0)
      let first = span == spans.lowerBound ? days.lowerBound & Self.lastDay : 0
      let last = span == spans.upperBound ? days.upperBound & Self.lastDay : Self.lastDay
      PackedEntries(row.bytes(1), form).each(rest: rest(word), days: first...last) {
        body($0, span << Self.spanBits | $1, $2)
      }
    }
  }

  private static let lastDay = 1 << spanBits - 1

  private func bucket(_ word: Int) -> Int { word & (1 << Self.bucketBits - 1) }
  private func rest(_ word: Int) -> Int { word >> Self.bucketBits }

  private func change(word: Int, day: Int, _ body: (inout PackedEntries) -> Void) throws {
    let row: [SQLiteValue] = [.integer(bucket(word)), .integer(day >> Self.spanBits)]
    let known = try connection.first(selection, row) { $0.bytes(0) }
    var entries = PackedEntries(known ?? [], form)
    body(&entries)
    if !entries.bytes.isEmpty {
      try connection.execute(insertion, row + [.blob(entries.bytes)])
    } else if known != nil {
      try connection.execute(deletion, row)
    }
  }
}
