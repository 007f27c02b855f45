public import Primitives

/// An editor's act: laid over what the program derives, never mixed into it.
///
/// Decisions stand in an append-only log. They survive new articles and new rules: what is derived again is decided again.
public struct Decision: Hashable, Sendable {
  /// What was decided.
  public enum Act: Hashable, Sendable {
    /// Two entities of the library are one; the first goes by the second's name from now on.
    case merge(EntityID, into: EntityID)
    /// What these articles call by an entity's name is another entity.
    case split(EntityID, articles: [ArticleID], name: String)
    /// An entity is shown by this name.
    case renameEntity(EntityID, name: String)
    /// A topic is shown by this name.
    case renameTopic(TopicID, name: String)
    /// A topic is not shown.
    case hideTopic(TopicID)
    /// A topic stands before all that are not pinned.
    case pinTopic(TopicID)
    /// An earlier decision, by its number, holds no more.
    case undo(Int)
  }

  /// What was decided.
  public let act: Act
  /// Who decided, as they call themselves; empty when they did not say.
  public let editor: String
  /// Why.
  public let reason: String?
  /// When.
  public let made: CivilTime

  /// Creates a decision.
  public init(_ act: Act, editor: String, reason: String?, made: CivilTime) {
    self.act = act
    self.editor = editor
    self.reason = reason
    self.made = made
  }
}

/// A decision in the log.
public struct RecordedDecision: Hashable, Sendable, Codable {
  /// Its number, from 1.
  public let number: Int
  /// The decision.
  public let decision: Decision
  /// A digest of the decision and of all before it.
  public let digest: String

  /// Records a decision.
  public init(number: Int, decision: Decision, digest: String) {
    self.number = number
    self.decision = decision
    self.digest = digest
  }
}

extension Decision: Codable {
  private enum CodingKeys: String, CodingKey {
    case kind, subject, object, name, articles, number, editor, reason, made
  }

  private enum Kind: String, Codable {
    case merge, split, renameEntity, renameTopic, hideTopic, pinTopic, undo
  }

  /// Reads a flat record.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    func subject<Value>() throws -> Identifier<Value> {
      try fields.decode(Identifier<Value>.self, forKey: .subject)
    }
    func name() throws -> String { try fields.decode(String.self, forKey: .name) }
    let act: Act =
      switch try fields.decode(Kind.self, forKey: .kind) {
      case .merge: .merge(try subject(), into: try fields.decode(EntityID.self, forKey: .object))
      case .split:
        .split(
          try subject(), articles: try fields.decode([ArticleID].self, forKey: .articles),
          name: try name())
      case .renameEntity: .renameEntity(try subject(), name: try name())
      case .renameTopic: .renameTopic(try subject(), name: try name())
      case .hideTopic: .hideTopic(try subject())
      case .pinTopic: .pinTopic(try subject())
      case .undo: .undo(try fields.decode(Int.self, forKey: .number))
      }
    self.init(
      act, editor: try fields.decode(String.self, forKey: .editor),
      reason: try fields.decodeIfPresent(String.self, forKey: .reason),
      made: try fields.decode(CivilTime.self, forKey: .made))
  }

  /// Writes a flat record.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(editor, forKey: .editor)
    try fields.encodeIfPresent(reason, forKey: .reason)
    try fields.encode(made, forKey: .made)
    func put(_ kind: Kind, _ subject: String, _ name: String? = nil) throws {
      try fields.encode(kind, forKey: .kind)
      try fields.encode(subject, forKey: .subject)
      try fields.encodeIfPresent(name, forKey: .name)
    }
    switch act {
    case .merge(let entity, let other):
      try put(.merge, entity.rawValue)
      try fields.encode(other, forKey: .object)
    case .split(let entity, let articles, let name):
      try put(.split, entity.rawValue, name)
      try fields.encode(articles, forKey: .articles)
    case .renameEntity(let entity, let name): try put(.renameEntity, entity.rawValue, name)
    case .renameTopic(let topic, let name): try put(.renameTopic, topic.rawValue, name)
    case .hideTopic(let topic): try put(.hideTopic, topic.rawValue)
    case .pinTopic(let topic): try put(.pinTopic, topic.rawValue)
    case .undo(let number):
      try fields.encode(Kind.undo, forKey: .kind)
      try fields.encode(number, forKey: .number)
    }
  }
}
