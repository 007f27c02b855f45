public import NewsModel

/// Entities as editors have decided them: merged, split and renamed.
extension LibraryStore {
  /// Entities, most mentioned first; all of them without a limit.
  public func entities(limit: Int? = nil) throws -> [EntityProfile] {
    let overlay = try overlay()
    let asked = limit.map { $0 + overlay.merged.count }
    var profiles = try documents(
      EntityProfile.self, "SELECT document FROM entity ORDER BY articles DESC, id LIMIT ?",
      [.integer(asked ?? -1)], what: "an entity")
    guard !overlay.isEmpty else { return profiles }
    profiles.removeAll { overlay.concerns($0.id) }
    let decided = Set(overlay.merged.values).union(overlay.entityNames.keys)
      .union(overlay.splits.flatMap { [$0.id, $0.from] })
    for id in decided where overlay.entity(id) == id {
      if let profile = try entity(id) { profiles.append(profile) }
    }
    profiles.sort { ($1.articleCount, $0.id) < ($0.articleCount, $1.id) }
    return Array(profiles.prefix(limit ?? profiles.count))
  }

  /// All entities as they were derived, by name, without what editors decided.
  public func derivedEntities() throws -> [EntityProfile] {
    try documents(
      EntityProfile.self, "SELECT document FROM entity ORDER BY id", what: "an entity")
  }

  /// The entities in whose names or other names the words stand, most mentioned first.
  /// - Complexity: O(entities): the documents are looked through as text.
  public func entities(resembling words: String, limit: Int) throws -> [EntityProfile] {
    let overlay = try overlay()
    let found = try documents(
      EntityProfile.self,
      """
      SELECT document FROM entity WHERE instr(lower(document), ?) > 0
      ORDER BY articles DESC, id LIMIT ?
      """, [.text(words.lowercased()), .integer(limit)], what: "an entity")
    guard !overlay.isEmpty else { return found }
    let wanted = words.lowercased()
    let renamed = Array(overlay.entityNames) + overlay.splits.map { ($0.id, $0.name) }
    var seen: Set<EntityID> = []
    let named = renamed.filter { $0.1.lowercased().contains(wanted) }.map(\.0).sorted()
    return try (found.map(\.id) + named).compactMap { try entity($0) }
      .filter { seen.insert($0.id).inserted }
  }

  /// One entity; the one that it was merged into, when it was.
  public func entity(_ id: EntityID) throws -> EntityProfile? {
    let overlay = try overlay()
    let shown = overlay.entity(id)
    guard overlay.concerns(shown) else { return try derived(shown) }
    return try decided(shown, overlay)
  }

  private func derived(_ id: EntityID) throws -> EntityProfile? {
    try documents(
      EntityProfile.self, "SELECT document FROM entity WHERE id = ?", [.text(id.rawValue)],
      what: "entity \(id)"
    ).first
  }

  /// The profile of an entity that editors have decided on: counted again from its articles.
  private func decided(_ id: EntityID, _ overlay: DecisionOverlay) throws -> EntityProfile? {
    let sources = try overlay.sources(of: id).compactMap { try derived($0) }
    let split = overlay.splits.first { $0.id == id }
    guard let base = sources.first(where: { $0.id == id }) ?? sources.first else { return nil }
    let articles = try articles(mentioning: id)
    let name = overlay.entityNames[id] ?? split?.name ?? base.name
    let parts = sources.filter { source in
      source.id == id || overlay.merged[source.id] == id
    }
    return EntityProfile(
      id: id, name: name, kind: split == nil ? base.kind : .other,
      aliases: Set(parts.flatMap(\.aliases) + [name]).sorted(),
      country: split == nil ? sources.compactMap(\.country).first : nil,
      articleCount: articles.count, statementCount: try statementCount(of: id, in: articles))
  }

  /// In how many statements an entity speaks; what copies repeat counts once.
  private func statementCount(of id: EntityID, in articles: [ArticleID]) throws -> Int {
    try filed(articles).filter { !$0.isCopy }.reduce(0) { count, filed in
      count
        + filed.analysis.statements.count { statement in
          statement.speaker.map { filed.entity($0) } == id
        }
    }
  }

  /// The articles that mention an entity, latest first.
  public func articles(mentioning entity: EntityID) throws -> [ArticleID] {
    let overlay = try overlay()
    let names = overlay.sources(of: entity)
    let rows = try pool.read {
      try $0.query(
        """
        SELECT DISTINCT version.article, entity_mention.entity, version.published
        FROM entity_mention
        JOIN version ON version.seq = entity_mention.version
        WHERE entity_mention.entity IN (\(Self.marks(names))) AND version.is_current = 1
        ORDER BY version.published IS NULL, version.published DESC, version.article
        """, names.map { .text($0.rawValue) }
      ) { (ArticleID($0.text(0)), EntityID($0.text(1))) }
    }
    var seen: Set<ArticleID> = []
    return rows.compactMap { article, name in
      overlay.entity(name, in: article) == entity && seen.insert(article).inserted ? article : nil
    }
  }

  /// The entities that share most articles with one, with how many.
  public func mentioned(with entity: EntityID, limit: Int) throws -> [(id: EntityID, articles: Int)]
  {
    let overlay = try overlay()
    let names = overlay.sources(of: entity)
    let rows = try pool.read {
      try $0.query(
        """
        SELECT other.entity, count(DISTINCT other.version) AS shared FROM entity_mention AS mine
        JOIN entity_mention AS other ON other.version = mine.version
        WHERE mine.entity IN (\(Self.marks(names))) AND other.entity NOT IN (\(Self.marks(names)))
        GROUP BY other.entity ORDER BY shared DESC, other.entity LIMIT ?
        """, (names + names).map { .text($0.rawValue) } + [.integer(limit + overlay.merged.count)]
      ) { (id: EntityID($0.text(0)), articles: $0.integer(1)) }
    }
    guard !overlay.isEmpty else { return rows }
    var counts: [EntityID: Int] = [:]
    for row in rows { counts[overlay.entity(row.id), default: 0] += row.articles }
    counts[entity] = nil
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit)
      .map { (id: $0.key, articles: $0.value) }
  }

  /// The topics of the articles that mention an entity, biggest first.
  public func topics(mentioning entity: EntityID) throws -> [Topic] {
    let overlay = try overlay()
    let names = overlay.sources(of: entity)
    let all = try documents(
      Topic.self,
      """
      SELECT document FROM topic WHERE id IN (
        SELECT topic_story.topic FROM entity_mention
        JOIN filing ON filing.version = entity_mention.version
        JOIN topic_story ON topic_story.story = filing.story
        WHERE entity_mention.entity IN (\(Self.marks(names))))
      \(Self.biggestFirst)
      """, names.map { .text($0.rawValue) }, what: "a topic that mentions \(entity)")
    let shown = overlay.topics(all)
    guard overlay.splits.contains(where: { $0.id == entity || $0.from == entity }) else {
      return shown
    }
    let articles = Set(try articles(mentioning: entity))
    return shown.filter { !articles.isDisjoint(with: $0.articles) }
  }

  private static func marks(_ names: [EntityID]) -> String {
    names.map { _ in "?" }.joined(separator: ", ")
  }
}
