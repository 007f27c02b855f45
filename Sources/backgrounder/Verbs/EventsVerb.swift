import Engine
import NewsModel
import Primitives

/// `events`: what happened or is to happen, by date.
enum EventsVerb: Verb {
  static let name = "events"
  static let summary = "List dated events, each with its sentence; copies left out."
  static let operands = "--library FILE [--json]"
  static let options: [Option] = [.library, .json, .limit]
  static let examples = [
    (line: "backgrounder events --library news.library", does: "by date, with their status")
  ]

  private struct Line: Encodable {
    let when: String
    let status: EventStatus
    let participants: [String]
    let place: String?
    let citation: Citation
  }

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    try arguments.noOperands()
    let limit = try arguments.number(.limit, default: .max, in: 1...Int.max)
    let library = try Library(path: arguments.required(.library))
    for view in try library.events().prefix(limit) {
      if arguments.has(.json) {
        try Console.writeJSON(
          Line(
            when: view.event.when, status: view.event.status,
            participants: view.participants.map(\.name), place: view.place?.name,
            citation: view.citation))
      } else {
        let status = view.event.status.rawValue
        Console.write("\(view.event.when)\t\(status)\t\(view.citation.exact)")
      }
    }
    return .done
  }
}
