import CSQLite

/// What the installed SQLite can do.
public enum SQLiteEnvironment {
  /// The version of the library that is loaded.
  public static var version: String { unsafe String(cString: sqlite3_libversion()) }

  /// Whether full-text search (FTS5) is compiled in.
  public static var hasFullTextSearch: Bool {
    unsafe sqlite3_compileoption_used("ENABLE_FTS5") == 1
  }
}
