import CSQLite

extension SQLiteConnection {
  /// Copies the whole database into that of `target`, as it stands at one moment, while others write on.
  ///
  /// The copy is one step on one view of the write-ahead log: writers are not kept waiting by it.
  func copy(to target: SQLiteConnection) throws {
    try unsafe withHandle { source in
      try unsafe target.withHandle { copy in
        guard let backup = unsafe sqlite3_backup_init(copy, "main", source, "main") else {
          throw unsafe SQLiteError(
            code: sqlite3_extended_errcode(copy), message: String(cString: sqlite3_errmsg(copy)),
            sql: "", path: target.path)
        }
        _ = unsafe sqlite3_backup_step(backup, -1)
        let code = unsafe sqlite3_backup_finish(backup)
        guard code == SQLITE_OK else {
          throw unsafe SQLiteError(
            code: code, message: String(cString: sqlite3_errstr(code)), sql: "",
            path: target.path)
        }
      }
    }
  }
}
