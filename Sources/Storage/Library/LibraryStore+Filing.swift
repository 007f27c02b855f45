public import NewsModel
import Primitives

/// An article with its analysis, ready to be filed.
public struct AnalysedInput: Sendable {
  /// The version's name, derived from the article.
  public let id: VersionID
  /// The article.
  public let article: Article
  /// What it says.
  public let analysis: Analysis

  /// Joins an article and its analysis; throws when the article cannot be written as JSON.
  public init(article: Article, analysis: Analysis) throws {
    id = try ArticleVersion.id(of: article)
    self.article = article
    self.analysis = analysis
  }
}

extension LibraryStore {
  /// Whether a version is filed already.
  public func holds(_ id: VersionID) throws -> Bool {
    try pool.read {
      try $0.first("SELECT 1 FROM version WHERE id = ?", [.text(id.rawValue)]) { _ in true }
        ?? false
    }
  }

  /// Files versions in one transaction; those that are filed already change nothing.
  ///
  /// Marks the library as one whose derived tables are behind. Returns how many were new.
  public func file(_ inputs: [AnalysedInput]) throws -> Int {
    try write { connection in
      var added = 0
      for input in inputs where try Self.insert(input, connection) { added += 1 }
      if added > 0 { try Self.setNote(Self.behindKey, to: "1", in: connection) }
      return added
    }
  }

  /// Whether articles were filed since the derived tables were made.
  public func isBehind() throws -> Bool { try note(Self.behindKey) == "1" }

  static let behindKey = "derived.behind"

  private static func insert(_ input: AnalysedInput, _ connection: SQLiteConnection) throws -> Bool
  {
    let article = input.article
    var head = article
    head.text = ""
    let isKnown = try connection.first(
      "SELECT 1 FROM version WHERE id = ?", [.text(input.id.rawValue)]
    ) { _ in true }
    guard isKnown == nil else { return false }
    let columns = listColumns(of: article)
    let names = columns.map(\.name).joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    try connection.execute(
      """
      INSERT INTO version (id, ordinal, is_current, head, text, analysis, \(names))
      VALUES (?, 0, 0, ?, ?, ?, \(marks))
      """,
      [
        .text(input.id.rawValue), .text(try CanonicalJSON.string(head)),
        PackedText.value(article.text),
        PackedText.value(try CanonicalJSON.string(input.analysis)),
      ] + columns.map(\.value))
    let row = connection.lastInsertedRow
    try insertSentences(input.analysis.sentences, of: article.text, version: row, connection)
    try orderVersions(of: article.id, connection)
    return true
  }

  /// The columns of a version that repeat its article, for lists and look-ups.
  static func listColumns(of article: Article) -> [(name: String, value: SQLiteValue)] {
    [
      ("article", .text(article.id.rawValue)), ("stamp", .text(stamp(of: article))),
      ("outlet", .text(article.outlet)), ("title", .text(article.title)),
      ("section", .text(article.section)), ("published", .text(article.published?.description)),
    ]
  }

  /// The time that orders the versions of an article: its last change, else its publication.
  private static func stamp(of article: Article) -> String {
    (article.modified ?? article.published)?.description ?? ""
  }

  private static func insertSentences(
    _ sentences: [ByteRange], of article: String, version: Int, _ connection: SQLiteConnection
  ) throws {
    let text = UTF8Text(article)
    for sentence in sentences {
      let words = text[sentence]
      try connection.execute(
        "INSERT INTO sentence (version, start, end, digest) VALUES (?, ?, ?, ?)",
        [
          .integer(version), .integer(sentence.start), .integer(sentence.end),
          .text(sentenceDigest(words)),
        ])
      try connection.execute(
        "INSERT INTO sentence_words (rowid, words) VALUES (?, ?)",
        [.integer(connection.lastInsertedRow), .text(words)])
    }
  }

  /// The digest that tells whether a sentence is still the one that was filed.
  static func sentenceDigest(_ words: String) -> String { Digest(of: words).short(16) }

  /// Numbers the versions of an article by their time, then by filing; the last is the current one.
  private static func orderVersions(
    of article: ArticleID, _ connection: SQLiteConnection
  ) throws {
    let rows = try connection.query(
      "SELECT seq FROM version WHERE article = ? ORDER BY stamp, seq", [.text(article.rawValue)]
    ) { $0.integer(0) }
    for (index, row) in rows.enumerated() {
      try connection.execute(
        "UPDATE version SET ordinal = ?, is_current = ? WHERE seq = ?",
        [.integer(index + 1), .bool(index == rows.count - 1), .integer(row)])
    }
  }

  /// Replaces the analysis of every version, in one transaction; returns how many there are.
  ///
  /// The articles stay as they were; what was derived from them is behind afterwards.
  public func replaceAnalyses(_ analyse: (Article) -> Analysis) throws -> Int {
    try write { connection in
      try connection.execute("DELETE FROM sentence")
      try connection.execute("INSERT INTO sentence_words (sentence_words) VALUES ('delete-all')")
      let rows = try connection.query("SELECT seq FROM version ORDER BY seq") { $0.integer(0) }
      for row in rows { try self.replaceAnalysis(of: row, analyse, connection) }
      try Self.setNote(Self.behindKey, to: "1", in: connection)
      return rows.count
    }
  }

  private func replaceAnalysis(
    of row: Int, _ analyse: (Article) -> Analysis, _ connection: SQLiteConnection
  ) throws {
    let stored = try connection.first(
      "SELECT head, text FROM version WHERE seq = ?", [.integer(row)]
    ) { ($0.text(0), $0.text(1)) }
    guard let (head, text) = stored else { return }
    var article = try decode(Article.self, head, what: "the head of version \(row)")
    article.text = text
    let analysis = analyse(article)
    try connection.execute(
      "UPDATE version SET analysis = ? WHERE seq = ?",
      [PackedText.value(try CanonicalJSON.string(analysis)), .integer(row)])
    try Self.insertSentences(analysis.sentences, of: text, version: row, connection)
  }
}
