import Engine
import NewsModel
import Primitives

/// `claims`: what the articles contradict one another in.
enum ClaimsVerb: Verb {
  static let name = "claims"
  static let summary = "List what articles contradict one another in, the answers side by side."
  static let operands = "--library FILE [TOPIC] [--json]"
  static let options: [Option] = [.library, .json, .limit]
  static let examples = [
    (
      line: "backgrounder claims --library news.library \"harbour tunnel\"",
      does: "figures, days, blame and denials that differ; contested first, then revised"
    )
  ]

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let limit = try arguments.number(.limit, default: .max, in: 1...Int.max)
    let library = try Library(path: arguments.required(.library))
    guard let views = try views(arguments, library) else { return .failed }
    for view in views.prefix(limit) {
      if arguments.has(.json) {
        try Console.writeJSON(ContestedClaimDocument(view))
      } else {
        Console.write("\(view.claim.slot.rawValue), \(view.claim.relation.rawValue)")
        for answer in view.answers { writeAnswer(answer) }
      }
    }
    if views.isEmpty { Console.error("no two articles contradict one another here") }
    return .done
  }

  private static func views(
    _ arguments: Arguments, _ library: Library
  ) throws -> [ContestedClaimView]? {
    guard arguments.operands.count < 2 else {
      throw UsageError("name one topic, or none; backgrounder topics lists them")
    }
    guard let words = arguments.operands.first else { return try library.contestedClaims() }
    guard let topic = try Named.topic(words, in: library) else { return nil }
    return try library.contestedClaims(of: topic)
  }

  private static func writeAnswer(_ item: ContestedClaimView.Answer) {
    for report in item.reports {
      let day = report.sentence.published.map { $0.date.description } ?? "undated"
      let voice = report.speaker.map { "\($0.name) in " } ?? ""
      Console.write(
        "  \(item.answer.value)\t\(voice)\(report.sentence.outlet), \(day)\t\(report.sentence.exact)"
      )
    }
  }
}
