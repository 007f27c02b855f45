import CSQLite

/// A prepared statement of one connection; finalised when the connection lets go of it.
@safe
final class SQLiteStatement {
  private let handle: OpaquePointer
  private let sql: String
  private let path: String

  init(_ sql: String, connection: OpaquePointer, path: String) throws {
    var handle: OpaquePointer?
    let code = unsafe sqlite3_prepare_v3(
      connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard code == SQLITE_OK, let handle = unsafe handle else {
      throw unsafe SQLiteError(
        code: sqlite3_extended_errcode(connection),
        message: String(cString: sqlite3_errmsg(connection)), sql: sql, path: path)
    }
    unsafe self.handle = handle
    self.sql = sql
    self.path = path
  }

  deinit {
    _ = unsafe sqlite3_finalize(handle)
  }

  /// Binds the values, runs the statement to its end and hands each row to `body`.
  func run(_ values: [SQLiteValue], body: (SQLiteRow) throws -> Void) throws {
    defer {
      _ = unsafe sqlite3_reset(handle)
      _ = unsafe sqlite3_clear_bindings(handle)
    }
    for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
    while true {
      let code = unsafe sqlite3_step(handle)
      switch code {
      case SQLITE_ROW: try unsafe body(SQLiteRow(handle: handle))
      case SQLITE_DONE: return
      default: throw error()
      }
    }
  }

  private func bind(_ value: SQLiteValue, at index: Int32) throws {
    let code: Int32
    switch value {
    case .null: code = unsafe sqlite3_bind_null(handle, index)
    case .integer(let number): code = unsafe sqlite3_bind_int64(handle, index, Int64(number))
    case .text(let text):
      // SQLITE_TRANSIENT, a cast macro that Swift cannot import: SQLite copies the bytes.
      let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      code = unsafe sqlite3_bind_text64(
        handle, index, text, UInt64(text.utf8.count), transient, UInt8(SQLITE_UTF8))
    case .blob(let bytes):
      let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      code = unsafe sqlite3_bind_blob64(handle, index, bytes, UInt64(bytes.count), transient)
    }
    guard code == SQLITE_OK else { throw error() }
  }

  private func error() -> SQLiteError {
    let connection = unsafe sqlite3_db_handle(handle)
    return unsafe SQLiteError(
      code: sqlite3_extended_errcode(connection),
      message: String(cString: sqlite3_errmsg(connection)), sql: sql, path: path)
  }
}

/// The row that a statement stands on; valid only inside the closure it is handed to.
@safe
struct SQLiteRow {
  fileprivate let handle: OpaquePointer

  func integer(_ column: Int32) -> Int { Int(unsafe sqlite3_column_int64(handle, column)) }

  /// The value as it is stored; a real number is read as its text, a packed text as what it says.
  func value(_ column: Int32) -> SQLiteValue {
    switch unsafe sqlite3_column_type(handle, column) {
    case SQLITE_NULL: .null
    case SQLITE_INTEGER: .integer(integer(column))
    default: .text(text(column))
    }
  }

  func bool(_ column: Int32) -> Bool { integer(column) != 0 }

  func text(_ column: Int32) -> String { optionalText(column) ?? "" }

  /// The text of a column, unpacked where it is packed; nil for NULL and for a blob that is no packed text.
  func optionalText(_ column: Int32) -> String? {
    if unsafe sqlite3_column_type(handle, column) == SQLITE_BLOB { return packedText(column) }
    guard let bytes = unsafe sqlite3_column_text(handle, column) else { return nil }
    let count = Int(unsafe sqlite3_column_bytes(handle, column))
    return unsafe String(
      decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  /// The bytes of a blob or a text as they are stored; none for NULL.
  func bytes(_ column: Int32) -> [UInt8] {
    let count = Int(unsafe sqlite3_column_bytes(handle, column))
    guard count > 0, let bytes = unsafe sqlite3_column_blob(handle, column) else { return [] }
    return unsafe Array(UnsafeRawBufferPointer(start: bytes, count: count))
  }

  private func packedText(_ column: Int32) -> String? {
    guard let bytes = unsafe sqlite3_column_blob(handle, column) else { return nil }
    let count = Int(unsafe sqlite3_column_bytes(handle, column))
    return unsafe PackedText.text(
      of: UnsafeBufferPointer(
        start: bytes.assumingMemoryBound(to: UInt8.self), count: count))
  }
}
