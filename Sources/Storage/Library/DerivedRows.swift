import NewsModel
import Primitives

/// The rows that one derived table holds.
struct DerivedRows {
  /// The table.
  let name: String
  /// Its columns, the primary key first.
  let columns: [String]
  /// How many columns make the primary key.
  let keyCount: Int
  /// The rows, each as long as `columns`.
  var rows: [[SQLiteValue]] = []

  /// One sentence that names the first key where the stored rows are not what they should be; nil when all are.
  ///
  /// Compares all rows, or those of one version. Stored rows are read one at a time.
  func difference(in connection: SQLiteConnection, version: Int? = nil) throws -> String? {
    var expected: [String: [SQLiteValue]] = [:]
    for row in rows { expected[key(row)] = row }
    var wrong: [String] = []
    let part = version == nil ? "" : " WHERE version = ?"
    _ = try connection.query(
      "SELECT \(columns.joined(separator: ", ")) FROM \(name)\(part)",
      version.map { [.integer($0)] } ?? []
    ) { stored in
      let row = (0..<Int32(columns.count)).map { stored.value($0) }
      if expected.removeValue(forKey: key(row)) != row { wrong.append(key(row)) }
    }
    return (wrong + expected.keys).min().map(fault)
  }

  /// The sentence that names a key where it does not hold.
  func fault(_ key: String) -> String {
    "the table \(name) does not follow from the articles at \(key)"
  }

  private func key(_ row: [SQLiteValue]) -> String {
    row.prefix(keyCount).map(\.description).joined(separator: " ")
  }
}

extension LibraryStore {
  /// What makes the rows of the tables that hold what was derived as documents, one table at a time in memory.
  func documentRows(_ tables: Organisation) -> [() throws -> DerivedRows] {
    [
      {
        DerivedRows(
          name: "origin", columns: ["id", "document"], keyCount: 1,
          rows: try tables.origins.map { [.text($0.id.rawValue), try Self.document($0)] })
      },
      {
        DerivedRows(
          name: "story", columns: ["id", "document"], keyCount: 1,
          rows: try tables.stories.map { [.text($0.id.rawValue), try Self.document($0)] })
      },
      {
        DerivedRows(
          name: "entity", columns: ["id", "articles", "document"], keyCount: 1,
          rows: try tables.profiles.map {
            [.text($0.id.rawValue), .integer($0.articleCount), try Self.document($0)]
          })
      },
      {
        DerivedRows(
          name: "topic", columns: ["id", "name", "document"], keyCount: 1,
          rows: try tables.topics.map {
            [.text($0.id.rawValue), .text($0.name), try Self.document($0)]
          })
      },
      {
        DerivedRows(
          name: "topic_story", columns: ["story", "topic"], keyCount: 2,
          rows: tables.topics.flatMap { topic in
            topic.stories.map { [.text($0.rawValue), .text(topic.id.rawValue)] }
          })
      },
    ]
  }

  private static func document(_ value: some Encodable) throws -> SQLiteValue {
    .text(try CanonicalJSON.string(value))
  }

  /// One sentence for each table that does not say what each current version shares with others; one version is in memory at a time.
  func versionDifferences(
    _ tables: Organisation, _ connection: SQLiteConnection
  ) throws -> [String] {
    let groups = Groups(tables)
    var faults: [String: String] = [:]
    _ = try connection.query(
      "SELECT seq, id, article, analysis FROM version WHERE is_current = 1 ORDER BY seq"
    ) { row in
      let seq = row.integer(0)
      let article = ArticleID(row.text(2))
      let analysis = try decode(Analysis.self, row.text(3), what: "the analysis of \(article)")
      let entities = tables.entities[VersionID(row.text(1))] ?? []
      for table in Self.versionRows(seq, article, analysis, entities, groups)
      where faults[table.name] == nil {
        faults[table.name] = try table.difference(in: connection, version: seq)
      }
    }
    for table in Self.versionTables where faults[table.name] == nil {
      let lost = try connection.first(
        """
        SELECT version FROM \(table.name)
        WHERE version NOT IN (SELECT seq FROM version WHERE is_current = 1) ORDER BY version LIMIT 1
        """
      ) { $0.integer(0) }
      faults[table.name] = lost.map { table.fault(String($0)) }
    }
    return Self.versionTables.compactMap { faults[$0.name] }
  }

  /// The tables that say what each current version shares with others, without rows.
  private static let versionTables = [
    DerivedRows(
      name: "filing", columns: ["version", "origin", "is_copy", "story"], keyCount: 1),
    DerivedRows(name: "entity_mention", columns: ["version", "place", "entity"], keyCount: 2),
    DerivedRows(
      name: "statement", columns: ["version", "place", "speaker", "form", "footing"], keyCount: 2),
  ]

  /// The rows of a version in those tables.
  private static func versionRows(
    _ seq: Int, _ article: ArticleID, _ analysis: Analysis, _ entities: [EntityID],
    _ groups: Groups
  ) -> [DerivedRows] {
    var tables = versionTables
    guard let origin = groups.origins[article] else { return tables }
    tables[0].rows = [
      [
        .integer(seq), .text(origin.id.rawValue), .bool(origin.isCopy),
        .text(groups.stories[article]?.rawValue),
      ]
    ]
    tables[1].rows = entities.enumerated().map { place, entity in
      [.integer(seq), .integer(place), .text(entity.rawValue)]
    }
    tables[2].rows = analysis.statements.enumerated().map { place, statement in
      [.integer(seq), .integer(place)] + columns(of: statement, entities)
    }
    return tables
  }

  static func columns(of statement: Statement, _ entities: [EntityID]) -> [SQLiteValue] {
    let speaker = statement.speaker.flatMap { index in
      entities.indices.contains(index.rawValue) ? index.rawValue : nil
    }
    return [
      speaker.map(SQLiteValue.integer) ?? .null, .text(statement.form.rawValue),
      .text(statement.footing.rawValue),
    ]
  }

  /// The origin and the story of each article.
  private struct Groups {
    var origins: [ArticleID: (id: OriginID, isCopy: Bool)] = [:]
    var stories: [ArticleID: StoryID] = [:]

    init(_ tables: Organisation) {
      for origin in tables.origins {
        for (place, article) in origin.articles.enumerated() {
          origins[article] = (origin.id, place > 0)
        }
      }
      for story in tables.stories {
        for article in story.articles { stories[article] = story.id }
      }
    }
  }
}
