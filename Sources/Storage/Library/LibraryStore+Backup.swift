extension LibraryStore {
  /// Copies the library to a new file, as it stands at one moment, while other processes write on.
  ///
  /// The copy is a file by itself, without a log beside it. Throws `StorageError.damaged` when the copy is not sound, and
  /// `SQLiteError` when the file cannot be written; what was written until then is left to the caller.
  public func backUp(to file: DatabaseFile) throws {
    let copy = try SQLiteConnection(path: file.path, access: .readWrite)
    try pool.withConnection { try $0.copy(to: copy) }
    _ = try copy.query("PRAGMA journal_mode = DELETE") { $0.text(0) }
    // SQLite 3.40 takes values of a table WITHOUT ROWID for NULL where its key does not stand first; NOT NULL is
    // kept when a row is written, and `verify` compares the values.
    let found = try copy.query("PRAGMA integrity_check(\(Int32.max))") { row -> String? in
      let text = row.text(0)
      return text.hasPrefix("NULL value in ") ? nil : text
    }.compactMap(\.self)
    guard found.isEmpty || found == ["ok"] else {
      throw StorageError.damaged(path: path, what: found.prefix(3).joined(separator: "; "))
    }
  }
}
