import Engine

/// `backup`: the whole library as one file, while others write it.
enum BackupVerb: Verb {
  static let name = "backup"
  static let summary = "Copy a library into one file while others read and write it."
  static let operands = "--library FILE BACKUP-FILE [--replace]"
  static let options: [Option] = [.library, replace]
  static let examples = [
    (
      line: "backgrounder backup --library news.library news-monday.library",
      does: "a copy that opens and verifies like any library"
    )
  ]
  private static let replace = Option(
    name: "--replace", value: nil, help: "Replace the file if it is there.")

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    guard let path = arguments.operands.first, arguments.operands.count == 1 else {
      throw UsageError("name one file for the back-up")
    }
    let library = try Library(path: arguments.required(.library))
    let held = try LibraryBackup(of: library).write(to: path, replaces: arguments.has(replace))
    Console.write(
      "\(path): \(held.articleCount) articles in \(held.versionCount) versions; "
        + "edition \(held.edition)")
    return .done
  }
}
