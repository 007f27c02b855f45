import NewsModel
import Primitives
import Storage

/// One thing that the product needs, and whether it is there.
public struct Finding: Sendable, Codable {
  /// What it is.
  public let what: String
  /// Whether it is as it should be.
  public let isGood: Bool
  /// What was found.
  public let found: String
  /// What to type when it is missing.
  public let remedy: String?
  /// Whether the product works without it.
  public let isOptional: Bool

  /// Creates a finding.
  public init(
    what: String, isGood: Bool, found: String, remedy: String? = nil, isOptional: Bool = false
  ) {
    self.isOptional = isOptional
    self.what = what
    self.isGood = isGood
    self.found = found
    self.remedy = isGood ? nil : remedy
  }
}

/// Looks at what is installed and at a library's state.
public enum Doctor {
  /// What the machine has.
  public static func examineMachine() -> [Finding] {
    [
      Finding(
        what: "SQLite", isGood: SQLiteEnvironment.version >= "3.35",
        found: SQLiteEnvironment.version, remedy: "apt-get install libsqlite3-0"),
      Finding(
        what: "full-text search (FTS5)", isGood: SQLiteEnvironment.hasFullTextSearch,
        found: SQLiteEnvironment.hasFullTextSearch ? "compiled in" : "not compiled in",
        remedy: "install an SQLite that was built with SQLITE_ENABLE_FTS5 (Debian's is)"),
      LanguageModels.examine(),
    ]
  }

  /// How a library is; an error that keeps it from being opened is a finding too.
  public static func examine(libraryAt path: String) -> [Finding] {
    do {
      let library = try Library(path: path)
      let held = try library.overview()
      let isBehind = try library.store.isBehind()
      let rules = try library.store.note(Library.rulesKey) ?? "none"
      let current = try Analyser().rules
      let ingest = "backgrounder ingest --library \(path) FILES"
      return [
        Finding(
          what: "library", isGood: true,
          found:
            "\(held.articleCount) articles in \(held.topicCount) topics, edition \(held.edition)"),
        Finding(
          what: "organised", isGood: !isBehind,
          found: isBehind ? "articles were filed since" : "up to date", remedy: ingest),
        Finding(
          what: "rules", isGood: rules == current,
          found: "\(rules); this program and machine have \(current)", remedy: ingest),
      ]
    } catch {
      return [Finding(what: "library", isGood: false, found: "\(error)")]
    }
  }
}
