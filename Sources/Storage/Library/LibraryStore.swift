import NewsModel
import Primitives
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// The one SQLite file that holds a library; the only place where SQL is written.
///
/// One writer under a lock, many readers, each on one unchanging view (write-ahead log).
public final class LibraryStore: Sendable {
  /// What a store may do with its file.
  public enum Access: Sendable {
    /// Reads an existing library.
    case read
    /// Reads and writes; makes the library when there is none.
    case write
  }

  /// The path of the file.
  public let path: String
  let pool: ConnectionPool
  private let writer: Mutex<SQLiteConnection?>
  /// What the decisions made of the derived data when they were last read.
  let overlays = Mutex<DecisionOverlay?>(nil)
  /// Decoding an analysis takes far longer than reading its row, and pages and questions come back to the same articles.
  let analyses = RecentlyRead<Analysis>(halfBytes: 4 << 20)
  let heads = RecentlyRead<Article>(halfBytes: 1 << 20)

  /// Opens the library at `path`, taking it to the newest schema when it may be written.
  ///
  /// Throws `StorageError` for a folder, a missing or foreign file, and `SQLiteError` for what SQLite refuses.
  public init(path: String, access: Access) throws {
    self.path = path
    switch Self.kind(of: path) {
    case .directory: throw StorageError.isDirectory(path: path)
    case .missing where access == .read: throw StorageError.missing(path: path)
    default: break
    }
    pool = ConnectionPool(path: path)
    switch access {
    case .read:
      writer = Mutex(nil)
      try pool.read { try Self.checkSchema($0, mayMigrate: false) }
    case .write:
      let connection = try SQLiteConnection(path: path, access: .readWrite)
      try Self.prepare(connection)
      writer = Mutex(connection)
    }
  }

  /// Whether it was opened for writing.
  var isWritable: Bool { writer.withLock { $0 != nil } }

  /// Runs `body` in one write transaction.
  func write<Value: Sendable>(_ body: (SQLiteConnection) throws -> Value) throws -> Value {
    try writer.withLock { connection in
      guard let connection else {
        throw SQLiteError(code: 8, message: "opened for reading", sql: "", path: path)
      }
      return try connection.transaction { try body(connection) }
    }
  }

  private static func prepare(_ connection: SQLiteConnection) throws {
    // Only a file without tables takes it. A version with its analysis fills half a page of 4 KiB to two: the ends of pages were a sixth of
    // the file. Filing an article changes about a hundred pages whatever their size: with 16 KiB it took a sixth longer.
    try connection.executeScript("PRAGMA page_size = 8192")
    // One transaction: a second process that starts on the same new file waits and finds it made.
    try connection.transaction {
      try checkSchema(connection, mayMigrate: true)
      let known = try schemaVersion(connection)
      guard known < Migrations.steps.count else { return }
      for step in Migrations.steps.dropFirst(known) { try connection.executeScript(step) }
      try connection.executeScript(
        "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(Migrations.steps.count)")
    }
    // Pages that a filing touches all over the indexes are kept for the next one, in KiB.
    try connection.executeScript("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536")
    let mode = try connection.first("PRAGMA journal_mode") { $0.text(0) }
    guard mode != "wal" else { return }
    do {
      try connection.executeScript("PRAGMA journal_mode = WAL")
    } catch let error as SQLiteError where error.primaryCode == 5 {
      // Another process is using the file; the mode is kept in it and will be set by the next writer.
    }
  }

  /// "Bkgr" in ASCII: marks the file as a library of this program.
  private static let applicationID = 0x426B_6772

  static func schemaVersion(_ connection: SQLiteConnection) throws -> Int {
    try connection.first("PRAGMA user_version") { $0.integer(0) } ?? 0
  }

  private static func checkSchema(_ connection: SQLiteConnection, mayMigrate: Bool) throws {
    let mark = try connection.first("PRAGMA application_id") { $0.integer(0) } ?? 0
    let tables = try connection.first("SELECT count(*) FROM sqlite_schema") { $0.integer(0) } ?? 0
    let version = try schemaVersion(connection)
    if tables > 0, mark != applicationID { throw StorageError.foreign(path: connection.path) }
    if tables == 0, !mayMigrate { throw StorageError.missing(path: connection.path) }
    if version > Migrations.steps.count {
      throw StorageError.newer(
        path: connection.path, schema: version, known: Migrations.steps.count)
    }
    if version < Migrations.readable, !mayMigrate {
      throw StorageError.older(path: connection.path)
    }
  }

  private enum FileKind {
    case missing, directory, file
  }

  private static func kind(of path: String) -> FileKind {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return .missing }
    return status.st_mode & S_IFMT == S_IFDIR ? .directory : .file
  }
}

extension LibraryStore {
  /// Reads a note that the program keeps about the library.
  public func note(_ key: String) throws -> String? {
    try pool.read {
      try $0.first("SELECT value FROM meta WHERE key = ?", [.text(key)]) { $0.text(0) }
    }
  }

  /// Keeps a note about the library.
  public func setNote(_ key: String, to value: String) throws {
    try write { try Self.setNote(key, to: value, in: $0) }
  }

  static func setNote(_ key: String, to value: String, in connection: SQLiteConnection) throws {
    try connection.execute(
      "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      [.text(key), .text(value)])
  }

  /// Reads a JSON document; throws `StorageError.damaged` when it is none.
  func decode<Value: Decodable>(_ type: Value.Type, _ json: String, what: String) throws -> Value {
    do {
      return try CanonicalJSON.decode(type, from: json.utf8)
    } catch {
      throw StorageError.damaged(path: path, what: "\(what) cannot be read (\(error))")
    }
  }
}
