import Engine
import Reading

/// `ingest`: read, analyse and file.
enum IngestVerb: Verb {
  static let name = "ingest"
  static let summary = "File articles into a library; safe to repeat and to interrupt."
  static let operands = "--library FILE PATH|URL|- ..."
  static let options: [Option] = [.library, .jobs, .allowPrivate]
  static let examples = [
    ("backgrounder ingest --library news.library samples", "file a folder of articles"),
    (
      "backgrounder ingest --library news.library articles.jsonl",
      "file JSON Lines; a second run adds nothing"
    ),
  ].map { (line: $0.0, does: $0.1) }

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    guard !arguments.operands.isEmpty else {
      throw UsageError("name a file, a folder, an address or -")
    }
    let jobs = try arguments.number(.jobs, default: Processors.count, in: 1...1024)
    let library = try Library(path: arguments.required(.library), access: .write)
    let source = ArticleSource(allowsPrivateAddresses: arguments.has(.allowPrivate))
    let ingester = Ingester(library: library, jobs: jobs, source: source) { event in
      switch event {
      case .refused(let refusal): Console.error("refused \(refusal.input): \(refusal.reason)")
      case .filed(let read, let added):
        if Console.isInteractive { Console.error("\(read) read, \(added) filed") }
      case .step(let what): if Console.isInteractive { Console.error(what) }
      }
    }
    let report = try ingester.ingest(arguments.operands)
    let held = try library.overview()
    var line = "\(report.read) read, \(report.added) added, \(report.unchanged) already there, "
    line += "\(report.refused.count) refused"
    if report.reanalysed > 0 { line += ", \(report.reanalysed) analysed again" }
    Console.write(line)
    Console.write(
      "\(held.articleCount) articles from \(held.originCount) origins in \(held.storyCount) stories "
        + "and \(held.topicCount) topics; edition \(held.edition)")
    return report.refused.isEmpty ? .done : .doneWithRefusals
  }
}
