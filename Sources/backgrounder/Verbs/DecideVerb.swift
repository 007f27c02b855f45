import Engine
import NewsModel
import Primitives

/// `decide`: what an editor knows better.
enum DecideVerb: Verb {
  static let name = "decide"
  static let summary = "Record an editor's decision: merge, split, rename, hide, pin, undo."
  static let operands = "--library FILE ACT NAME [NAME ...] [--editor WHO] [--reason WHY]"
  static let options: [Option] = [.library, editor, reason, called, .now]
  static let examples = [
    (
      line: "backgrounder decide --library news.library merge yoon yoon-suk-yeol",
      does: "the two are one, by the second's name, for good"
    ),
    (
      line:
        "backgrounder decide --library news.library rename-topic nato-tokyo --name \"Nato in Tokyo\"",
      does: "the topic is shown by that name"
    ),
    (
      line: "backgrounder decide --library news.library undo 3",
      does: "decision 3 holds no more"
    ),
  ]
  private static let editor = Option(name: "--editor", value: "WHO", help: "Who decides.")
  private static let reason = Option(name: "--reason", value: "WHY", help: "Why.")
  private static let called = Option(
    name: "--name", value: "NAME", help: "The new name, for rename and split.")

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let library = try Library(path: arguments.required(.library), access: .write)
    let decision = Decision(
      try act(arguments), editor: arguments.value(editor) ?? "",
      reason: arguments.value(reason), made: try arguments.clock() ?? FeedClock.system.time)
    do {
      let recorded = try library.decide(decision)
      Console.write("decision \(recorded.number) recorded; edition \(try library.edition())")
      return .done
    } catch let refusal as DecisionRefusal {
      Console.error(refusal.description)
      return .failed
    }
  }

  private static func act(_ arguments: Arguments) throws -> Decision.Act {
    let words = arguments.operands
    func name(_ place: Int, _ what: String) throws -> String {
      guard place < words.count else { throw UsageError("name \(what); see --help") }
      return words[place]
    }
    func title() throws -> String { try arguments.required(called) }
    switch words.first {
    case "merge":
      return .merge(
        EntityID(try name(1, "the entity to merge")),
        into: EntityID(try name(2, "the entity that it is")))
    case "split":
      return .split(
        EntityID(try name(1, "the entity to split")),
        articles: words.dropFirst(2).map { ArticleID($0) }, name: try title())
    case "rename":
      return .renameEntity(EntityID(try name(1, "the entity")), name: try title())
    case "rename-topic":
      return .renameTopic(TopicID(try name(1, "the topic")), name: try title())
    case "hide-topic": return .hideTopic(TopicID(try name(1, "the topic")))
    case "pin-topic": return .pinTopic(TopicID(try name(1, "the topic")))
    case "undo":
      guard let number = Int(try name(1, "the decision's number")) else {
        throw UsageError("undo takes the number of a decision; backgrounder decisions lists them")
      }
      return .undo(number)
    default:
      throw UsageError(
        "decide takes merge, split, rename, rename-topic, hide-topic, pin-topic or undo")
    }
  }
}

/// `decisions`: the log of what editors decided.
enum DecisionsVerb: Verb {
  static let name = "decisions"
  static let summary = "List what editors decided, in order; undone decisions marked."
  static let operands = "--library FILE [--json]"
  static let options: [Option] = [.library, .json]
  static let examples = [
    (
      line: "backgrounder decisions --library news.library",
      does: "number, day, editor, act, reason"
    )
  ]

  private struct Line: Encodable {
    let number: Int
    let decision: Decision
    let isUndone: Bool
    let digest: String
  }

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    try arguments.noOperands()
    let library = try Library(path: arguments.required(.library))
    for view in try library.decisions() {
      let entry = view.recorded
      if arguments.has(.json) {
        try Console.writeJSON(
          Line(
            number: entry.number, decision: entry.decision, isUndone: view.isUndone,
            digest: entry.digest))
      } else {
        let decision = entry.decision
        let editor = decision.editor.isEmpty ? "somebody" : decision.editor
        let reason = decision.reason.map { ": \($0)" } ?? ""
        let state = view.isUndone ? "\tundone" : ""
        Console.write(
          "\(entry.number)\t\(decision.made.date)\t\(editor)\t\(words(decision.act))\(reason)\(state)"
        )
      }
    }
    return .done
  }

  private static func words(_ act: Decision.Act) -> String {
    switch act {
    case .merge(let entity, let other): "\(entity) is \(other)"
    case .split(let entity, let articles, let name):
      "\(entity) is \(name) in \(articles.map(\.rawValue).joined(separator: ", "))"
    case .renameEntity(let entity, let name): "\(entity) is called \(name)"
    case .renameTopic(let topic, let name): "topic \(topic) is called \(name)"
    case .hideTopic(let topic): "topic \(topic) is not shown"
    case .pinTopic(let topic): "topic \(topic) stands first"
    case .undo(let number): "decision \(number) holds no more"
    }
  }
}
