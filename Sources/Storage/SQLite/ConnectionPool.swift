import Synchronization

/// Lends read-only connections, one borrower each.
final class ConnectionPool: Sendable {
  private let path: String
  private let idle = Mutex<[SQLiteConnection]>([])

  init(path: String) {
    self.path = path
  }

  /// Runs `body` with a connection that nobody else uses, outside any transaction.
  func withConnection<Value>(_ body: (SQLiteConnection) throws -> Value) throws -> Value {
    let known = idle.withLock { $0.popLast() }
    let connection = try known ?? open()
    defer { idle.withLock { $0.append(connection) } }
    return try body(connection)
  }

  private func open() throws -> SQLiteConnection {
    let connection = try SQLiteConnection(path: path, access: .readOnly)
    try Migrations.lookBack(connection)
    return connection
  }

  /// Runs `body` with a connection that nobody else uses, on one view of the library.
  func read<Value>(_ body: (SQLiteConnection) throws -> Value) throws -> Value {
    try withConnection { connection in try connection.snapshot { try body(connection) } }
  }
}
