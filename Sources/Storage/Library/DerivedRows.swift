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

  /// The query for all rows.
  var selection: String { "SELECT \(columns.joined(separator: ", ")) FROM \(name)" }

  /// One sentence that names the first key where `stored` is not what it should be; nil when all is.
  func difference(from stored: [[SQLiteValue]]) -> String? {
    let expected = byKey(rows)
    let found = byKey(stored)
    let keys = Set(expected.keys).union(found.keys).sorted()
    guard let key = keys.first(where: { expected[$0] != found[$0] }) else { return nil }
    return "the table \(name) does not follow from the articles at \(key)"
  }

  private func byKey(_ rows: [[SQLiteValue]]) -> [String: [SQLiteValue]] {
    var result: [String: [SQLiteValue]] = [:]
    for row in rows {
      result[row.prefix(keyCount).map(\.description).joined(separator: " ")] = row
    }
    return result
  }
}

extension LibraryStore {
  /// All rows that the derived tables should hold.
  func derivedRows(
    _ tables: Organisation, _ connection: SQLiteConnection
  ) throws -> [DerivedRows] {
    try documentRows(tables) + versionRows(tables, connection)
  }

  private func documentRows(_ tables: Organisation) throws -> [DerivedRows] {
    var origins = DerivedRows(name: "origin", columns: ["id", "document"], keyCount: 1)
    origins.rows = try tables.origins.map { [.text($0.id.rawValue), try Self.document($0)] }
    var stories = DerivedRows(name: "story", columns: ["id", "document"], keyCount: 1)
    stories.rows = try tables.stories.map { [.text($0.id.rawValue), try Self.document($0)] }
    var entities = DerivedRows(
      name: "entity", columns: ["id", "articles", "document"], keyCount: 1)
    entities.rows = try tables.profiles.map {
      [.text($0.id.rawValue), .integer($0.articleCount), try Self.document($0)]
    }
    return [origins, stories, entities] + (try topicRows(tables.topics))
  }

  private func topicRows(_ topics: [Topic]) throws -> [DerivedRows] {
    var known = DerivedRows(name: "topic", columns: ["id", "name", "document"], keyCount: 1)
    var members = DerivedRows(name: "topic_story", columns: ["story", "topic"], keyCount: 2)
    for topic in topics {
      let id = SQLiteValue.text(topic.id.rawValue)
      known.rows.append([id, .text(topic.name), try Self.document(topic)])
      members.rows += topic.stories.map { [.text($0.rawValue), id] }
    }
    return [known, members]
  }

  private static func document(_ value: some Encodable) throws -> SQLiteValue {
    .text(try CanonicalJSON.string(value))
  }

  /// The rows of the tables that say what each current version shares with others.
  private func versionRows(
    _ tables: Organisation, _ connection: SQLiteConnection
  ) throws -> [DerivedRows] {
    let groups = Groups(tables)
    var filings = DerivedRows(
      name: "filing", columns: ["version", "origin", "is_copy", "story"], keyCount: 1)
    var mentions = DerivedRows(
      name: "entity_mention", columns: ["version", "place", "entity"], keyCount: 2)
    var statements = DerivedRows(
      name: "statement", columns: ["version", "place", "speaker", "form", "footing"], keyCount: 2)
    let current = try connection.query(
      "SELECT seq, id, article, analysis FROM version WHERE is_current = 1 ORDER BY seq"
    ) { ($0.integer(0), VersionID($0.text(1)), ArticleID($0.text(2)), $0.text(3)) }
    for (seq, version, article, json) in current {
      guard let origin = groups.origins[article] else { continue }
      filings.rows.append([
        .integer(seq), .text(origin.id.rawValue), .bool(origin.isCopy),
        .text(groups.stories[article]?.rawValue),
      ])
      let analysis = try decode(Analysis.self, json, what: "the analysis of \(article)")
      let entities = tables.entities[version] ?? []
      mentions.rows += entities.enumerated().map { place, entity in
        [.integer(seq), .integer(place), .text(entity.rawValue)]
      }
      statements.rows += analysis.statements.enumerated().map { place, statement in
        [.integer(seq), .integer(place)] + Self.columns(of: statement, entities)
      }
    }
    return [filings, mentions, statements]
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
