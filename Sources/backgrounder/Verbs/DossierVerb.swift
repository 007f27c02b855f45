import Composition
import Engine
import NewsModel
import Primitives

/// `dossier`: everything known about a topic.
enum DossierVerb: Verb {
  static let name = "dossier"
  static let summary = "Write the dossier of a topic: explainer, FAQ, analysis, sources."
  static let operands = "--library FILE TOPIC [--format md|html|json]"
  static let options: [Option] = [.library, format, .now]
  static let examples = [
    (
      line: "backgrounder dossier --library news.library \"liaison office\"",
      does: "as Markdown with footnotes; the topic by its name or a part of it"
    ),
    (
      line: "backgrounder dossier --library news.library TOPIC --format json",
      does: "the typed document with every citation"
    ),
  ]
  private static let format = Option(
    name: "--format", value: "FORMAT", help: "md (as without it), html or json.")

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    guard let words = arguments.operands.first, arguments.operands.count == 1 else {
      throw UsageError("name one topic; backgrounder topics lists them")
    }
    let library = try Library(path: arguments.required(.library), now: arguments.clock())
    guard let topic = try Named.topic(words, in: library),
      let dossier = try library.dossier(topic.id)
    else { return .failed }
    switch arguments.value(format) ?? "md" {
    case "md": Console.write(DossierMarkdownRenderer().render(dossier))
    case "html":
      Console.write(DossierHTMLRenderer(links: SiteLinks(depth: 1)).render(dossier).markup)
    case "json": try Console.writeJSON(dossier)
    case let other: throw UsageError("--format takes md, html or json, not \"\(other)\"")
    }
    return .done
  }
}
