import Glibc

/// The file of a database, with what SQLite puts beside it.
public struct DatabaseFile: Sendable {
  /// The path of the file.
  public let path: String

  /// Names a file.
  public init(path: String) {
    self.path = path
  }

  /// Whether there is anything at the path.
  public var exists: Bool { unsafe access(path, F_OK) == 0 }

  /// Removes the file and the logs beside it; what is not there need not be removed.
  public func remove() {
    for ending in ["", "-wal", "-shm", "-journal"] { _ = unsafe unlink(path + ending) }
  }

  /// Gives the file another name, replacing what has it; throws `SQLiteError` when that cannot be.
  public func move(to path: String) throws {
    guard unsafe rename(self.path, path) == 0 else {
      let reason = unsafe String(cString: strerror(errno)).lowercased()
      // SQLite's code for a file that cannot be read or written.
      throw SQLiteError(code: 10, message: reason, sql: "", path: path)
    }
  }

  /// Makes it a file that needs no log beside it.
  public func closeLog() throws {
    let connection = try SQLiteConnection(path: path, access: .readWrite)
    _ = try connection.query("PRAGMA journal_mode = DELETE") { $0.text(0) }
  }
}
