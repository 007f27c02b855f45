/// What SQLite said, with the statement and the file that it was about.
public struct SQLiteError: Error, Hashable, Sendable {
  /// The extended result code.
  public let code: Int32
  /// SQLite's own message.
  public let message: String
  /// The SQL text; empty when the file could not be opened.
  public let sql: String
  /// The path of the library.
  public let path: String

  /// The primary result code.
  public var primaryCode: Int32 { code & 0xFF }
}

extension SQLiteError: CustomStringConvertible {
  /// One sentence that says what went wrong and what to do.
  public var description: String {
    switch primaryCode {
    case 5, 6:
      "\(path) is being written by another process; wait for it to finish and run again"
    case 8: "\(path) cannot be written; check the permissions of the file and its folder"
    case 10: "\(path) cannot be read or written (\(message)); check the disk"
    case 11, 26:
      "\(path) is not a library or is damaged (\(message)); name another file or restore a back-up"
    case 13: "no space is left on the disk that holds \(path); free some and run again"
    case 14: "\(path) cannot be opened; check that it is a file in an existing folder"
    default: "\(path): \(message) (SQLite code \(code)) in \(sql)"
    }
  }
}
