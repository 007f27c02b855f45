/// What the decisions in force make of the derived entities and topics.
public struct DecisionOverlay: Sendable {
  /// A part of an entity that is another entity.
  public struct Split: Hashable, Sendable {
    /// The entity that it was taken for.
    public let from: EntityID
    /// The articles in which it is the other one.
    public let articles: [ArticleID]
    /// The other entity.
    public let id: EntityID
    /// Its name.
    public let name: String
  }

  /// The entity that each merged entity is now.
  public let merged: [EntityID: EntityID]
  /// The splits, in the order in which they were decided.
  public let splits: [Split]
  /// The names that editors gave.
  public let entityNames: [EntityID: String]
  /// The names that editors gave.
  public let topicNames: [TopicID: String]
  /// Topics that are not shown.
  public let hiddenTopics: Set<TopicID>
  /// Topics that stand first, in the order in which they were pinned.
  public let pinnedTopics: [TopicID]
  /// The digest of the log; empty without decisions.
  public let digest: String
  private let splitsByEntity: [EntityID: [Split]]

  /// Lays a log over the derived data: later decisions win, undone ones are passed over.
  public init(_ log: [RecordedDecision]) {
    let undone = Self.undone(in: log)
    var direct: [EntityID: EntityID] = [:]
    var splits: [Split] = []
    var entityNames: [EntityID: String] = [:]
    var topicNames: [TopicID: String] = [:]
    var hidden: Set<TopicID> = []
    var pinned: [TopicID] = []
    for entry in log where !undone.contains(entry.number) {
      switch entry.decision.act {
      case .merge(let entity, let other): direct[entity] = other
      case .split(let entity, let articles, let name):
        let id = EntityID("\(entity.rawValue)-split-\(entry.number)")
        splits.append(Split(from: entity, articles: articles, id: id, name: name))
      case .renameEntity(let entity, let name): entityNames[entity] = name
      case .renameTopic(let topic, let name): topicNames[topic] = name
      case .hideTopic(let topic): hidden.insert(topic)
      case .pinTopic(let topic): if !pinned.contains(topic) { pinned.append(topic) }
      case .undo: break
      }
    }
    var merged: [EntityID: EntityID] = [:]
    for entity in direct.keys {
      let end = Self.end(of: entity, direct)
      if end != entity { merged[entity] = end }
    }
    self.merged = merged
    self.splits = splits
    self.entityNames = entityNames
    self.topicNames = topicNames
    hiddenTopics = hidden
    pinnedTopics = pinned
    digest = log.last?.digest ?? ""
    splitsByEntity = Dictionary(grouping: splits, by: \.from)
  }

  /// The numbers of the decisions that a later one took back, unless that was taken back itself.
  public static func undone(in log: [RecordedDecision]) -> Set<Int> {
    var undone: Set<Int> = []
    for entry in log.reversed() where !undone.contains(entry.number) {
      if case .undo(let number) = entry.decision.act { undone.insert(number) }
    }
    return undone
  }

  /// Whether nothing is decided.
  public var isEmpty: Bool { digest.isEmpty }

  /// Follows merges to their end; a circle ends at the smallest name in it.
  private static func end(of entity: EntityID, _ direct: [EntityID: EntityID]) -> EntityID {
    var seen: [EntityID] = [entity]
    while let next = direct[seen[seen.count - 1]] {
      if let start = seen.firstIndex(of: next) { return seen[start...].min() ?? entity }
      seen.append(next)
    }
    return seen[seen.count - 1]
  }

  /// The entity that a derived entity of an article is.
  public func entity(_ id: EntityID, in article: ArticleID) -> EntityID {
    let split = splitsByEntity[id]?.last { $0.articles.contains(article) }
    let own = split?.id ?? id
    return merged[own] ?? own
  }

  /// The entity that is shown for a name.
  public func entity(_ id: EntityID) -> EntityID { merged[id] ?? id }

  /// The derived entities whose articles can mention a shown one: itself, those merged into it, and what it was split from.
  public func sources(of id: EntityID) -> [EntityID] {
    let own = [id] + merged.filter { $0.value == id }.map(\.key)
    let origins = own.map { name in splits.first { $0.id == name }?.from ?? name }
    return Set(origins).sorted()
  }

  /// Whether a decision is about this entity.
  public func concerns(_ id: EntityID) -> Bool {
    guard !isEmpty else { return false }
    return merged[id] != nil || entityNames[id] != nil || merged.values.contains(id)
      || splits.contains { $0.from == id || $0.id == id }
  }

  /// The topic as it is shown.
  public func topic(_ topic: Topic) -> Topic {
    guard let name = topicNames[topic.id] else { return topic }
    return Topic(
      id: topic.id, name: name, stories: topic.stories, articles: topic.articles,
      trend: topic.trend)
  }

  /// The topics that are shown, pinned ones first.
  public func topics(_ all: [Topic]) -> [Topic] {
    guard !isEmpty else { return all }
    let shown = all.filter { !hiddenTopics.contains($0.id) }.map(topic)
    let first = pinnedTopics.compactMap { id in shown.first { $0.id == id } }
    return first + shown.filter { !pinnedTopics.contains($0.id) }
  }
}
