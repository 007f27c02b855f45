import Composition
import Engine
import NewsModel
import Primitives

/// `statements`: who said what, with the sentence.
enum StatementsVerb: Verb {
  static let name = "statements"
  static let summary = "List who said what, each with its article; copies left out."
  static let operands = "--library FILE [--speaker NAME] [--json]"
  static let options: [Option] = [.library, speaker, .json, .limit]
  static let examples = [
    (
      line: "backgrounder statements --library news.library --speaker Stoltenberg",
      does: "what speakers of that name said"
    )
  ]
  private static let speaker = Option(
    name: "--speaker", value: "NAME", help: "Only speakers whose name holds NAME.")

  private struct Line: Encodable {
    let speaker: String?
    let form: StatementForm
    let footing: Footing
    let channel: String?
    let content: String
    let citation: Citation
    /// Set when the sentence is not in the article any more.
    let correction: Correction?
  }

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    try arguments.noOperands()
    let wanted = arguments.value(speaker)?.lowercased()
    var left = try arguments.number(.limit, default: .max, in: 1...Int.max)
    let library = try Library(path: arguments.required(.library))
    try library.statements { view in
      let name = view.speakerName
      if let wanted, name?.lowercased().contains(wanted) != true { return }
      guard left > 0 else { return }
      left -= 1
      if arguments.has(.json) {
        let statement = view.statement
        try Console.writeJSON(
          Line(
            speaker: name, form: statement.form, footing: statement.footing,
            channel: statement.channel, content: view.citation.exact, citation: view.sentence,
            correction: view.correction))
      } else {
        let day = view.citation.published.map { $0.date.description } ?? "undated"
        let mark = view.correction.map { "\t[\(NewspaperStyle.correction($0))]" } ?? ""
        Console.write(
          "\(day)\t\(name ?? "unnamed")\t\(view.citation.exact)\t[\(view.citation.outlet)]\(mark)")
      }
    }
    return .done
  }
}
