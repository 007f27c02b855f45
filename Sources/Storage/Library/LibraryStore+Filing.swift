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

/// Which versions became current by filing, and which ceased to be.
package struct CurrentChanges: Sendable {
  package let current: [Int]
  package let replaced: [Int]
  /// What was filed just now, by version: it need not be read again.
  package let inputs: [Int: AnalysedInput]
  /// The version that had been filed last before.
  package let lastVersion: Int
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
  /// In the same transaction `derive` brings the derived tables up to date with the versions that became current.
  /// Returns how many versions were new.
  package func file(
    _ inputs: [AnalysedInput], derive: (CurrentChanges, FilingTables) throws -> Void
  ) throws -> Int {
    try write { connection in
      var filed: [Int: AnalysedInput] = [:]
      let lastVersion = try Self.generation(connection)
      let before = try Self.current(Set(inputs.map(\.article.id)), connection)
      for input in inputs {
        if let row = try Self.insert(input, connection) { filed[row] = input }
      }
      guard !filed.isEmpty else { return 0 }
      try Self.setNote(Self.behindKey, to: "1", in: connection)
      let after = try Self.current(Set(inputs.map(\.article.id)), connection)
      let changes = CurrentChanges(
        current: after.subtracting(before).sorted(), replaced: before.subtracting(after).sorted(),
        inputs: filed, lastVersion: lastVersion)
      try derive(changes, FilingTables(self, connection))
      return filed.count
    }
  }

  /// Files versions without deriving anything from them.
  public func file(_ inputs: [AnalysedInput]) throws -> Int { try file(inputs) { _, _ in } }

  /// Derives from the next current versions that nothing was derived from, at most `limit`, in one transaction.
  ///
  /// There are some in a library of an earlier schema only. Returns how many there were.
  package func fileWaiting(
    limit: Int, derive: (CurrentChanges, FilingTables) throws -> Void
  ) throws -> Int {
    try write { connection in
      let waiting = try connection.query(
        """
        SELECT seq FROM version
        WHERE is_current = 1 AND seq NOT IN (SELECT version FROM origin_place) ORDER BY seq LIMIT ?
        """, [.integer(limit)]
      ) { $0.integer(0) }
      if !waiting.isEmpty {
        let last = try Self.generation(connection)
        try derive(
          CurrentChanges(current: waiting, replaced: [], inputs: [:], lastVersion: last),
          FilingTables(self, connection))
      }
      return waiting.count
    }
  }

  /// Builds the topics that filing left to be built, at most `limit` of those that are there, in one transaction.
  ///
  /// Those that are gone come first, together. Returns how many there were.
  package func buildTopics(
    limit: Int, build: ([Int], FilingTables) throws -> Void
  ) throws -> Int {
    try write { connection in
      let due = try connection.query(
        """
        SELECT due.version FROM topic_due AS due
        LEFT JOIN topic_place AS place ON place.version = due.version
        ORDER BY coalesce(place.leader, 0) = due.version, due.version
        LIMIT ? + (SELECT count(*) FROM topic_due AS other
          LEFT JOIN topic_place AS place ON place.version = other.version
          WHERE coalesce(place.leader, 0) <> other.version)
        """, [.integer(limit)]
      ) { $0.integer(0) }
      if due.isEmpty { return 0 }
      try build(due, FilingTables(self, connection))
      for version in due {
        try connection.execute("DELETE FROM topic_due WHERE version = ?", [.integer(version)])
      }
      return due.count
    }
  }

  /// The current versions of some articles.
  private static func current(
    _ articles: Set<ArticleID>, _ connection: SQLiteConnection
  ) throws -> Set<Int> {
    var found: Set<Int> = []
    for article in articles {
      let version = try connection.first(
        "SELECT seq FROM version WHERE article = ? AND is_current = 1", [.text(article.rawValue)]
      ) { $0.integer(0) }
      if let version { found.insert(version) }
    }
    return found
  }

  /// Whether articles were filed since the derived tables were made.
  public func isBehind() throws -> Bool { try note(Self.behindKey) == "1" }

  static let behindKey = "derived.behind"

  /// Inserts a version; nil when it is there already.
  private static func insert(_ input: AnalysedInput, _ connection: SQLiteConnection) throws -> Int?
  {
    let article = input.article
    var head = article
    head.text = ""
    let isKnown = try connection.first(
      "SELECT 1 FROM version WHERE id = ?", [.text(input.id.rawValue)]
    ) { _ in true }
    guard isKnown == nil else { return nil }
    let columns = listColumns(of: article)
    let names = columns.map(\.name).joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    try connection.execute(
      """
      INSERT INTO version (id, ordinal, is_current, head, text, analysis, \(names))
      VALUES (?, 0, 0, ?, ?, ?, \(marks))
      """,
      [
        .text(input.id.rawValue), PackedText.value(try CanonicalJSON.string(head), as: .analysis),
        PackedText.value(article.text, as: .prose),
        PackedText.value(try CanonicalJSON.string(input.analysis), as: .analysis),
      ] + columns.map(\.value))
    let row = connection.lastInsertedRow
    try insertSentences(input.analysis.sentences, of: article.text, version: row, connection)
    try orderVersions(of: article.id, connection)
    return row
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
    var first: Int?
    for sentence in sentences {
      let words = text[sentence]
      try connection.execute(
        "INSERT INTO sentence (version, start, end, digest) VALUES (?, ?, ?, ?)",
        [
          .integer(version), .integer(sentence.start), .integer(sentence.end),
          .integer(sentenceDigest(words)),
        ])
      let row = connection.lastInsertedRow
      first = first ?? row
      try connection.execute(
        "INSERT INTO sentence_words (rowid, words) VALUES (?, ?)", [.integer(row), .text(words)])
    }
    guard let first else { return }
    try connection.execute(
      "INSERT OR REPLACE INTO sentence_span (version, first, last) VALUES (?, ?, ?)",
      [.integer(version), .integer(first), .integer(first + sentences.count - 1)])
  }

  /// The sentences of a version, which stand one after another, as a part of a query.
  static let sentencesOfVersion = """
    sentence_span AS span JOIN sentence ON sentence.seq BETWEEN span.first AND span.last
    WHERE span.version = ? AND sentence.version = span.version
    """

  /// The digest that tells whether a sentence is still the one that was filed: the first 64 bits.
  static func sentenceDigest(_ words: String) -> Int { number(Digest(of: words).short(16)) }

  /// A digest as it is stored: a number, in libraries of an earlier schema its 16 digits.
  static func sentenceDigest(_ row: SQLiteRow, _ column: Int32) -> Int {
    switch row.value(column) {
    case .integer(let number): number
    case .text(let digits): number(digits)
    default: 0
    }
  }

  private static func number(_ digits: String) -> Int {
    Int(truncatingIfNeeded: UInt(digits, radix: 16) ?? 0)
  }

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
    try replaceAnalyses(names: { _, _ in "[]" }, analyse)
  }

  /// The same; `names` gives the document of the names of a version.
  package func replaceAnalyses(
    names: (ArticleVersion, Analysis) throws -> String, _ analyse: (Article) -> Analysis
  ) throws -> Int {
    try write { connection in
      for table in ["sentence", "sentence_span", "entity_mention", "statement"] {
        try connection.execute("DELETE FROM \(table)")
      }
      try connection.execute("INSERT INTO sentence_words (sentence_words) VALUES ('delete-all')")
      let rows = try connection.query("SELECT seq FROM version ORDER BY seq") { $0.integer(0) }
      let tables = FilingTables(self, connection)
      for row in rows {
        try self.replaceAnalysis(of: row, analyse, connection)
        guard let (version, analysis) = try tables.analysed(row) else { continue }
        try connection.execute(
          "UPDATE article_names SET names = ? WHERE version = ?",
          [PackedText.value(try names(version, analysis), as: .analysis), .integer(row)])
      }
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
      [PackedText.value(try CanonicalJSON.string(analysis), as: .analysis), .integer(row)])
    try Self.insertSentences(analysis.sentences, of: text, version: row, connection)
  }
}
