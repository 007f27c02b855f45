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

  private struct Line: Encodable {
    let entity: EntityID
    let name: String
    let stage: String
    let parties: [String]
    let steps: [StepLine]
    let stickingPoints: [Citation]
    let nextSteps: [Citation]
  }

  private struct StepLine: Encodable {
    let stage: String
    let since: String?
    let origins: Int
    let evidence: [Citation]
  }

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let limit = try arguments.number(.limit, default: .max, in: 1...Int.max)
    let library = try Library(path: arguments.required(.library))
    guard arguments.operands.count < 2 else {
      throw UsageError("name one topic, or none; backgrounder topics lists them")
    }
    var views: [ProgrammeView]
    if let words = arguments.operands.first {
      guard let topic = try library.topic(called: words) else {
        Console.error("no topic is called \"\(words)\"; backgrounder topics lists them")
        return .failed
      }
      views = try library.programmes(of: topic)
    } else {
      views = try library.programmes()
    }
    for view in views.prefix(limit) {
      if arguments.has(.json) { try Console.writeJSON(line(view)) } else { write(view) }
    }
    return .done
  }

  private static func line(_ view: ProgrammeView) -> Line {
    Line(
      entity: view.profile.id, name: view.profile.name, stage: view.history.current.stage,
      parties: view.parties.map(\.name),
      steps: view.steps.map {
        StepLine(
          stage: $0.step.stage, since: $0.step.since?.description, origins: $0.step.originCount,
          evidence: Array($0.evidence))
      },
      stickingPoints: view.stickingPoints, nextSteps: view.nextSteps)
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
