import Engine
import NewsModel
import Primitives

/// `events`: what happened or is to happen, by date.
enum EventsVerb: Verb {
  static let name = "events"
  static let summary = "List dated events, each with its sentence; copies left out."
  static let operands = "--library FILE [--announced] [--json]"
  static let options: [Option] = [.library, announced, .json, .limit]
  static let examples = [
    (line: "backgrounder events --library news.library", does: "by date, with their status"),
    (
      line: "backgrounder events --library news.library --announced",
      does: "what was announced, and whether later articles tell that it took place"
    ),
  ]
  private static let announced = Option(
    name: "--announced", value: nil,
    help: "Only what was announced: held, called off, no report found, or still ahead.")

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
    if arguments.has(announced) { return try writeAnnounced(library, limit, arguments) }
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

  private static func writeAnnounced(
    _ library: Library, _ limit: Int, _ arguments: Arguments
  ) throws -> ExitStatus {
    for view in try library.followedEvents().prefix(limit) {
      let event = view.event
      if arguments.has(.json) {
        try Console.writeJSON(FollowedEventDocument(view))
      } else {
        let told = view.report.map { "\t\($0.exact)" } ?? ""
        Console.write("\(event.when)\t\(words(event))\t\(view.announcement.exact)\(told)")
      }
    }
    return .done
  }

  private static func words(_ event: FollowedEvent) -> String {
    switch event.outcome {
    case .held: "held"
    case .calledOff: "called off"
    case .ahead: "ahead"
    case .noReportFound: "no report found in \(event.articlesAfter) later articles"
    }
  }
}
