public import NewsModel
import Primitives
import Storage

/// Why a decision cannot be made.
public struct DecisionRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// One sentence that says what to do.
  public let description: String
}

extension Library {
  /// All decisions in the order in which they were made, each with whether it still stands.
  public func decisions() throws -> [DecisionView] {
    let log = try store.decisions()
    let undone = DecisionOverlay.undone(in: log)
    return log.map { DecisionView(recorded: $0, isUndone: undone.contains($0.number)) }
  }

  /// Records a decision; the dossiers that it changes are compiled when they are next opened.
  ///
  /// Throws `DecisionRefusal` when what it names is not in the library; the log stays as it was.
  public func decide(_ decision: Decision) throws -> RecordedDecision {
    try check(decision.act)
    return try store.record(decision)
  }

  private func check(_ act: Decision.Act) throws {
    switch act {
    case .merge(let entity, let other):
      try check(entity)
      try check(other)
      guard try store.overlay().entity(entity) != store.overlay().entity(other) else {
        throw DecisionRefusal(description: "\(entity) and \(other) are one already")
      }
    case .split(let entity, let articles, let name):
      try check(entity)
      try check(name: name)
      let mentioning = Set(try store.articles(mentioning: entity))
      guard !articles.isEmpty else {
        throw DecisionRefusal(description: "name the articles in which it is another entity")
      }
      if let stranger = articles.first(where: { !mentioning.contains($0) }) {
        throw DecisionRefusal(description: "article \(stranger) does not mention \(entity)")
      }
    case .renameEntity(let entity, let name):
      try check(entity)
      try check(name: name)
    case .renameTopic(let topic, let name):
      try check(topic)
      try check(name: name)
    case .hideTopic(let topic), .pinTopic(let topic): try check(topic)
    case .undo(let number):
      guard try store.decisions().contains(where: { $0.number == number }) else {
        throw DecisionRefusal(description: "there is no decision \(number)")
      }
    }
  }

  private func check(_ entity: EntityID) throws {
    guard try store.entity(entity) != nil else {
      throw DecisionRefusal(
        description: "no entity has the name \(entity) in addresses; entities --json lists them")
    }
  }

  private func check(_ topic: TopicID) throws {
    guard try store.topic(topic) != nil else {
      throw DecisionRefusal(
        description: "no topic has the name \(topic) in addresses; topics lists them")
    }
  }

  private func check(name: String) throws {
    guard name.contains(where: { !$0.isWhitespace }), name.utf8.count <= 200 else {
      throw DecisionRefusal(description: "give a name of 1 to 200 bytes")
    }
  }
}

/// A decision and whether it still stands.
public struct DecisionView: Sendable {
  /// The decision in the log.
  public let recorded: RecordedDecision
  /// Whether a later decision took it back.
  public let isUndone: Bool
}
