public import NewsModel

/// How much a library holds.
public struct LibraryCounts: Hashable, Sendable, Codable {
  /// Articles, current versions only.
  public let articles: Int
  /// Versions, replaced ones included.
  public let versions: Int
  /// Outlets.
  public let outlets: Int
  /// Origins.
  public let origins: Int
  /// Stories.
  public let stories: Int
  /// Topics.
  public let topics: Int
  /// Attributed statements.
  public let statements: Int
  /// The earliest and the latest publication, ISO 8601.
  public let firstDay: String?
  /// The latest publication, ISO 8601.
  public let lastDay: String?
}

extension LibraryStore {
  /// Counts what the library holds.
  public func counts() throws -> LibraryCounts {
    try pool.read { connection in
      func count(_ sql: String) throws -> Int {
        try connection.first("SELECT \(sql)") { $0.integer(0) } ?? 0
      }
      let days = try connection.first(
        "SELECT min(published), max(published) FROM version WHERE is_current = 1"
      ) { ($0.optionalText(0), $0.optionalText(1)) }
      return LibraryCounts(
        articles: try count("count(*) FROM version WHERE is_current = 1"),
        versions: try count("count(*) FROM version"),
        outlets: try count("count(DISTINCT outlet) FROM version WHERE is_current = 1"),
        origins: try count("count(*) FROM origin"), stories: try count("count(*) FROM story"),
        topics: try count("count(*) FROM topic"), statements: try count("count(*) FROM statement"),
        firstDay: days?.0, lastDay: days?.1)
    }
  }

  /// By origins, outlets, latest day, then name and id.
  static let biggestFirst =
    "ORDER BY origins DESC, outlets DESC, last_day DESC, name, id"

  /// All topics, biggest first.
  public func topics() throws -> [Topic] {
    try overlay().topics(derivedTopics())
  }

  /// All topics as they were derived, biggest first, without what editors decided.
  public func derivedTopics() throws -> [Topic] {
    try documents(Topic.self, "SELECT document FROM topic \(Self.biggestFirst)", what: "a topic")
  }

  /// One topic.
  public func topic(_ id: TopicID) throws -> Topic? {
    let found = try documents(
      Topic.self, "SELECT document FROM topic WHERE id = ?", [.text(id.rawValue)],
      what: "topic \(id)"
    ).first
    return try found.map { try overlay().topic($0) }
  }

  /// The topics that a story belongs to, biggest first.
  public func topics(of story: StoryID) throws -> [Topic] {
    let all = try documents(
      Topic.self,
      """
      SELECT document FROM topic WHERE id IN (SELECT topic FROM topic_story WHERE story = ?)
      \(Self.biggestFirst)
      """, [.text(story.rawValue)], what: "a topic of story \(story)")
    return try overlay().topics(all)
  }

  /// All stories, by name.
  public func stories() throws -> [Story] {
    try documents(Story.self, "SELECT document FROM story ORDER BY id", what: "a story")
  }

  /// One story.
  public func story(_ id: StoryID) throws -> Story? {
    try documents(
      Story.self, "SELECT document FROM story WHERE id = ?", [.text(id.rawValue)],
      what: "story \(id)"
    ).first
  }

  /// All origins, by name.
  public func origins() throws -> [Origin] {
    try documents(Origin.self, "SELECT document FROM origin ORDER BY id", what: "an origin")
  }

  /// One origin.
  public func origin(_ id: OriginID) throws -> Origin? {
    try documents(
      Origin.self, "SELECT document FROM origin WHERE id = ?", [.text(id.rawValue)],
      what: "origin \(id)"
    ).first
  }

  func documents<Value: Decodable>(
    _ type: Value.Type, _ sql: String, _ values: [SQLiteValue] = [], what: String
  ) throws -> [Value] {
    try pool.read { connection in
      try connection.query(sql, values) { try decode(type, $0.text(0), what: what) }
    }
  }
}
