import CSQLite

/// One connection to a library file.
///
/// `@unchecked Sendable`: SQLite's own mutex is off; whoever holds a connection is its only user
/// (`ConnectionPool` lends it, the writer keeps it under a lock).
@safe
final class SQLiteConnection: @unchecked Sendable {
  private let handle: OpaquePointer
  private var cache: [String: SQLiteStatement] = [:]
  let path: String

  enum Access {
    case readOnly, readWrite
  }

  init(path: String, access: Access) throws {
    var handle: OpaquePointer?
    let mode =
      access == .readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    let code = unsafe sqlite3_open_v2(path, &handle, mode | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let opened = unsafe handle else {
      let message = unsafe String(cString: sqlite3_errmsg(handle))
      _ = unsafe sqlite3_close_v2(handle)
      throw SQLiteError(code: code, message: message, sql: "", path: path)
    }
    unsafe self.handle = opened
    self.path = path
    _ = unsafe sqlite3_extended_result_codes(opened, 1)
    _ = unsafe sqlite3_busy_timeout(opened, 30_000)
  }

  deinit {
    cache.removeAll()
    _ = unsafe sqlite3_close_v2(handle)
  }

  /// Runs one statement and throws its rows away.
  func execute(_ sql: String, _ values: [SQLiteValue] = []) throws {
    try statement(sql).run(values) { _ in }
  }

  /// Runs several statements that take no values.
  func executeScript(_ script: String) throws {
    let code = unsafe sqlite3_exec(handle, script, nil, nil, nil)
    guard code == SQLITE_OK else {
      throw unsafe SQLiteError(
        code: sqlite3_extended_errcode(handle), message: String(cString: sqlite3_errmsg(handle)),
        sql: script, path: path)
    }
  }

  /// Runs a query and maps its rows.
  func query<Value>(
    _ sql: String, _ values: [SQLiteValue] = [], _ map: (SQLiteRow) throws -> Value
  ) throws -> [Value] {
    var result: [Value] = []
    try statement(sql).run(values) { result.append(try map($0)) }
    return result
  }

  /// Runs a query and maps its first row, if there is one.
  func first<Value>(
    _ sql: String, _ values: [SQLiteValue] = [], _ map: (SQLiteRow) throws -> Value
  ) throws -> Value? {
    try query(sql, values, map).first
  }

  /// The row id of the last insertion.
  var lastInsertedRow: Int { Int(unsafe sqlite3_last_insert_rowid(handle)) }

  /// Runs `body` in one write transaction; rolls back when it throws.
  func transaction<Value>(_ body: () throws -> Value) throws -> Value {
    try execute("BEGIN IMMEDIATE")
    do {
      let value = try body()
      try execute("COMMIT")
      return value
    } catch {
      // The first error is the one to report; SQLite may already have rolled back.
      try? execute("ROLLBACK")
      throw error
    }
  }

  /// Runs `body` on one unchanging view of the library.
  func snapshot<Value>(_ body: () throws -> Value) throws -> Value {
    try execute("BEGIN")
    defer {
      // A read transaction has nothing to lose.
      try? execute("COMMIT")
    }
    return try body()
  }

  /// Hands the C handle to `body`; it must not be kept.
  func withHandle<Value>(_ body: (OpaquePointer) throws -> Value) rethrows -> Value {
    try unsafe body(handle)
  }

  private func statement(_ sql: String) throws -> SQLiteStatement {
    if let known = cache[sql] { return known }
    let statement = try unsafe SQLiteStatement(sql, connection: handle, path: path)
    cache[sql] = statement
    return statement
  }
}
