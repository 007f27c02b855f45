public import NewsModel
import Primitives

/// What all articles together say: replaced as a whole when articles were filed.
public struct DerivedTables: Sendable {
  /// The origins.
  public var origins: [Origin]
  /// The stories.
  public var stories: [Story]
  /// The topics, biggest first.
  public var topics: [Topic]
  /// The library's entity for each entity of each current version's analysis.
  public var entities: [VersionID: [EntityID]]
  /// The entities.
  public var profiles: [EntityProfile]

  /// Creates the tables.
  public init(
    origins: [Origin], stories: [Story], topics: [Topic], entities: [VersionID: [EntityID]],
    profiles: [EntityProfile]
  ) {
    self.origins = origins
    self.stories = stories
    self.topics = topics
    self.entities = entities
    self.profiles = profiles
  }
}

extension LibraryStore {
  /// Replaces all derived tables in one transaction.
  public func replaceDerived(_ tables: DerivedTables) throws {
    try write { connection in
      let derived = [
        "filing", "origin", "story", "topic", "topic_story", "entity", "entity_mention",
        "statement",
      ]
      for table in derived { try connection.execute("DELETE FROM \(table)") }
      try Self.insertDocuments(tables, connection)
      try self.insertFilings(tables, connection)
    }
  }

  /// Notes that the derived tables and dossiers hold all that was filed.
  public func markUpToDate() throws { try setNote(Self.behindKey, to: "0") }

  private static func insertDocuments(
    _ tables: DerivedTables, _ connection: SQLiteConnection
  ) throws {
    for origin in tables.origins {
      try connection.execute(
        "INSERT INTO origin (id, document) VALUES (?, ?)",
        [.text(origin.id.rawValue), .text(try CanonicalJSON.string(origin))])
    }
    for story in tables.stories {
      try connection.execute(
        "INSERT INTO story (id, document) VALUES (?, ?)",
        [.text(story.id.rawValue), .text(try CanonicalJSON.string(story))])
    }
    for (rank, topic) in tables.topics.enumerated() {
      let document = try CanonicalJSON.string(topic)
      try connection.execute(
        "INSERT INTO topic (rank, id, name, document) VALUES (?, ?, ?, ?)",
        [.integer(rank), .text(topic.id.rawValue), .text(topic.name), .text(document)])
      for story in topic.stories {
        try connection.execute(
          "INSERT INTO topic_story (story, topic) VALUES (?, ?)",
          [.text(story.rawValue), .text(topic.id.rawValue)])
      }
    }
    for profile in tables.profiles {
      try connection.execute(
        "INSERT INTO entity (id, articles, document) VALUES (?, ?, ?)",
        [
          .text(profile.id.rawValue), .integer(profile.articleCount),
          .text(try CanonicalJSON.string(profile)),
        ])
    }
  }

  private func insertFilings(_ tables: DerivedTables, _ connection: SQLiteConnection) throws {
    var originOf: [ArticleID: (id: OriginID, isCopy: Bool)] = [:]
    for origin in tables.origins {
      for (place, article) in origin.articles.enumerated() {
        originOf[article] = (origin.id, place > 0)
      }
    }
    var storyOf: [ArticleID: StoryID] = [:]
    for story in tables.stories {
      for article in story.articles { storyOf[article] = story.id }
    }
    let rows = try connection.query(
      "SELECT seq, id, article, analysis FROM version WHERE is_current = 1 ORDER BY seq"
    ) { ($0.integer(0), VersionID($0.text(1)), ArticleID($0.text(2)), $0.text(3)) }
    for (row, version, article, json) in rows {
      guard let origin = originOf[article] else { continue }
      try connection.execute(
        "INSERT INTO filing (version, origin, is_copy, story) VALUES (?, ?, ?, ?)",
        [
          .integer(row), .text(origin.id.rawValue), .bool(origin.isCopy),
          .text(storyOf[article]?.rawValue),
        ])
      let analysis = try decode(Analysis.self, json, what: "the analysis of \(article)")
      try Self.insertFindings(
        analysis, entities: tables.entities[version] ?? [], version: row, connection)
    }
  }

  private static func insertFindings(
    _ analysis: Analysis, entities: [EntityID], version: Int, _ connection: SQLiteConnection
  ) throws {
    for (place, entity) in entities.enumerated() {
      try connection.execute(
        "INSERT INTO entity_mention (entity, version, place) VALUES (?, ?, ?)",
        [.text(entity.rawValue), .integer(version), .integer(place)])
    }
    for (place, statement) in analysis.statements.enumerated() {
      let speaker = statement.speaker.flatMap { index in
        entities.indices.contains(index.rawValue) ? entities[index.rawValue].rawValue : nil
      }
      try connection.execute(
        "INSERT INTO statement (version, place, speaker, form, footing) VALUES (?, ?, ?, ?, ?)",
        [
          .integer(version), .integer(place), .text(speaker), .text(statement.form.rawValue),
          .text(statement.footing.rawValue),
        ])
    }
  }

  /// The compiled dossier of a topic with the digest of the evidence that it was compiled from.
  public func dossier(_ topic: TopicID) throws -> (evidence: String, document: String)? {
    try pool.read {
      try $0.first(
        "SELECT evidence, document FROM dossier WHERE topic = ?", [.text(topic.rawValue)]
      ) { ($0.text(0), $0.text(1)) }
    }
  }

  /// Keeps compiled dossiers and drops those of topics that are gone, in one transaction.
  public func keepDossiers(
    _ dossiers: [(topic: TopicID, evidence: String, document: String)]
  ) throws {
    try write { connection in
      for dossier in dossiers {
        try connection.execute(
          """
          INSERT INTO dossier (topic, evidence, document) VALUES (?, ?, ?)
          ON CONFLICT (topic) DO UPDATE
          SET evidence = excluded.evidence, document = excluded.document
          """,
          [.text(dossier.topic.rawValue), .text(dossier.evidence), .text(dossier.document)])
      }
      try connection.execute("DELETE FROM dossier WHERE topic NOT IN (SELECT id FROM topic)")
    }
  }
}
