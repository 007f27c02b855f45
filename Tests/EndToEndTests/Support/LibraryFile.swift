import CSQLite

@testable import Storage

/// A library's file, opened past the program: to compare it, and to damage it.
///
/// In SQL, `unpacked(column)` is what a packed text says.
@safe final class LibraryFile {
  /// What SQLite refused.
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  // Closed in `deinit` only and used by one test: the pointer is valid as long as the object.
  private let connection: OpaquePointer

  /// Opens a file that is there, or makes one.
  init(_ path: String, makes: Bool = false) throws {
    var opened: OpaquePointer?
    let mode = SQLITE_OPEN_READWRITE | (makes ? SQLITE_OPEN_CREATE : 0)
    let code = unsafe sqlite3_open_v2(path, &opened, mode, nil)
    guard code == SQLITE_OK, let opened = unsafe opened else {
      throw Fault(description: "\(path) cannot be opened (\(code))")
    }
    unsafe connection = opened
    unsafe sqlite3_create_function_v2(
      opened, "unpacked", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nil, Self.unpack, nil, nil, nil)
  }

  deinit { unsafe sqlite3_close_v2(connection) }

  /// Texts that are not packed are as they are.
  private static let unpack:
    @convention(c) (
      OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?
    ) -> Void = { context, _, values in
      let value = unsafe values?[0]
      guard unsafe sqlite3_value_type(value) == SQLITE_BLOB,
        let blob = unsafe sqlite3_value_blob(value)
      else { return unsafe sqlite3_result_value(context, value) }
      let count = unsafe Int(sqlite3_value_bytes(value))
      let bytes = unsafe UnsafeBufferPointer(
        start: blob.assumingMemoryBound(to: UInt8.self), count: count)
      let text = unsafe PackedText.text(of: bytes) ?? ""
      let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      unsafe sqlite3_result_text(context, text, Int32(text.utf8.count), transient)
    }

  /// Runs a statement and returns every row, its columns as text.
  @discardableResult func rows(_ sql: String) throws -> [[String]] {
    var prepared: OpaquePointer?
    guard unsafe sqlite3_prepare_v2(connection, sql, -1, &prepared, nil) == SQLITE_OK else {
      throw Fault(description: unsafe String(cString: sqlite3_errmsg(connection)))
    }
    defer { unsafe sqlite3_finalize(prepared) }
    var rows: [[String]] = []
    while true {
      switch unsafe sqlite3_step(prepared) {
      case SQLITE_ROW: unsafe rows.append(Self.row(prepared))
      case SQLITE_DONE: return rows
      default: throw Fault(description: unsafe String(cString: sqlite3_errmsg(connection)))
      }
    }
  }

  private static func row(_ statement: OpaquePointer?) -> [String] {
    (unsafe 0..<sqlite3_column_count(statement)).map { column in
      guard let text = unsafe sqlite3_column_text(statement, column) else { return "NULL" }
      return unsafe String(cString: text)
    }
  }

  /// How many rows the last statement changed.
  var changes: Int { Int(unsafe sqlite3_changes(connection)) }

  /// Every table with every row, in one text: equal libraries give equal texts.
  func dump() throws -> String {
    let tables = try rows(
      """
      SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
        AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'sentence_words_%' ORDER BY name
      """)
    var lines: [String] = []
    for table in tables.map({ $0[0] }) {
      lines.append("== \(table)")
      lines += try rows("SELECT * FROM \(table)").map { $0.joined(separator: "|") }.sorted()
    }
    return lines.joined(separator: "\n")
  }
}
