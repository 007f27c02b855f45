/// Why a library cannot be used; SQLite's own errors are `SQLiteError`.
public enum StorageError: Error, Hashable, Sendable {
  /// The path is a folder.
  case isDirectory(path: String)
  /// There is no library at the path.
  case missing(path: String)
  /// The file is a database, but not a library.
  case foreign(path: String)
  /// The library was written by a newer program.
  case newer(path: String, schema: Int, known: Int)
  /// The library was written by an older program and has to be brought up to date first.
  case older(path: String)
  /// A stored document cannot be read.
  case damaged(path: String, what: String)
}

extension StorageError: CustomStringConvertible {
  /// One sentence that says what to do.
  public var description: String {
    switch self {
    case .isDirectory(let path):
      "\(path) is a folder; name a file for the library, such as \(path)/news.library"
    case .missing(let path):
      "there is no library at \(path); make one with: backgrounder ingest --library \(path) FILES"
    case .foreign(let path):
      "\(path) is a database of another program; name another file for the library"
    case .newer(let path, let schema, let known):
      "\(path) has schema \(schema), this program knows \(known); use a newer backgrounder"
    case .older(let path):
      "\(path) was written by an older backgrounder; bring it up to date with: backgrounder ingest --library \(path)"
    case .damaged(let path, let what):
      "\(path) is damaged: \(what); restore a back-up or ingest the articles again"
    }
  }
}
