import Engine
import NewsModel
import Primitives

/// `timeline`: the days that a topic turns on.
enum TimelineVerb: Verb {
  static let name = "timeline"
  static let summary = "List the days that a topic turns on, each with what happened."
  static let operands = "--library FILE TOPIC|--all [--json] [--limit N]"
  static let options: [Option] = [.library, all, .json, .limit]
  static let examples = [
    (
      line: "backgrounder timeline --library news.library \"liaison office\"",
      does: "one line a day; the topic by its name or a part of it"
    ),
    (
      line: "backgrounder timeline --library news.library --all --limit 20",
      does: "the twenty days that weigh most in the whole library"
    ),
  ]
  private static let all = Option(
    name: "--all", value: nil, help: "Take the whole library as one topic.")

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let limit = try arguments.number(.limit, default: .max, in: 1...Int.max)
    let library = try Library(path: arguments.required(.library))
    guard let views = try views(arguments, library) else { return .failed }
    let heaviest = views.sorted { ($1.entry.score, $0.entry.day) < ($0.entry.score, $1.entry.day) }
    for view in heaviest.prefix(limit).sorted(by: { $0.entry.day < $1.entry.day }) {
      let text = view.citations.map(\.exact)
      if arguments.has(.json) {
        try Console.writeJSON(TimelineDocument(view))
      } else {
        let outlet = view.citations.first.outlet
        Console.write("\(view.entry.day)\t\(text.joined(separator: " "))\t[\(outlet)]")
      }
    }
    return .done
  }

  private static func views(_ arguments: Arguments, _ library: Library) throws -> [TimelineView]? {
    if arguments.has(all) {
      try arguments.noOperands()
      return try library.timelineOfAll()
    }
    guard let words = arguments.operands.first, arguments.operands.count == 1 else {
      throw UsageError("name one topic, or say --all; backgrounder topics lists them")
    }
    guard let topic = try Named.topic(words, in: library) else { return nil }
    return try library.timeline(of: topic)
  }
}
