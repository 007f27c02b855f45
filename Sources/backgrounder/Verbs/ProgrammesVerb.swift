import Engine
import NewsModel
import Primitives

/// `programmes`: how far plans and agreements are, and since when.
enum ProgrammesVerb: Verb {
  static let name = "programmes"
  static let summary = "List plans, agreements and offices with their stages over time."
  static let operands = "--library FILE [TOPIC] [--json]"
  static let options: [Option] = [.library, .json, .limit]
  static let examples = [
    (
      line: "backgrounder programmes --library news.library \"liaison office\"",
      does: "each with its parties, stages, sticking points and next steps"
    )
  ]

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let limit = try arguments.number(.limit, default: .max, in: 1...Int.max)
    let library = try Library(path: arguments.required(.library))
    guard arguments.operands.count < 2 else {
      throw UsageError("name one topic, or none; backgrounder topics lists them")
    }
    var views: [ProgrammeView]
    if let words = arguments.operands.first {
      guard let topic = try Named.topic(words, in: library) else { return .failed }
      views = try library.programmes(of: topic)
    } else {
      views = try library.programmes()
    }
    for view in views.prefix(limit) {
      if arguments.has(.json) {
        try Console.writeJSON(ProgrammeDocument(view))
      } else {
        write(view)
      }
    }
    return .done
  }

  private static func write(_ view: ProgrammeView) {
    Console.write(
      "\(view.profile.name): \(view.history.current.stage)"
        + (view.parties.isEmpty
          ? "" : " (\(view.parties.map(\.name).joined(separator: ", ")))"))
    for step in view.steps {
      let since = step.step.since?.description ?? "undated"
      Console.write("  \(since)\t\(step.step.stage)\t\(step.evidence.first.exact)")
    }
    for citation in view.stickingPoints { Console.write("  resistance\t\(citation.exact)") }
    for citation in view.nextSteps { Console.write("  next\t\(citation.exact)") }
  }
}
