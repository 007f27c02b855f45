import Engine
import Reading

/// `ingest`: read, analyse and file.
enum IngestVerb: Verb {
  static let name = "ingest"
  static let summary = "File articles into a library; safe to repeat and to interrupt."
  static let operands = "--library FILE PATH|URL|- ... | --feeds | --watch"
  static let options: [Option] = [
    .library, .jobs, .allowPrivate, .feeds, .watch, .every, .hostPause, .now,
  ]
  static let examples = [
    ("backgrounder ingest --library news.library samples", "file a folder of articles"),
    (
      "backgrounder ingest --library news.library articles.jsonl",
      "file JSON Lines; a second run adds nothing"
    ),
    (
      "backgrounder ingest --library news.library --feeds",
      "fetch the registered feeds that are due, and file what they bring"
    ),
    (
      "backgrounder ingest --library news.library --watch",
      "fetch feeds whenever they are due, until it is ended with Ctrl-C"
    ),
  ].map { (line: $0.0, does: $0.1) }

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    if arguments.has(.feeds) || arguments.has(.watch) { return try FeedRun.run(arguments) }
    guard !arguments.operands.isEmpty else {
      throw UsageError("name a file, a folder, an address or -, or give --feeds")
    }
    let jobs = try arguments.number(.jobs, default: Processors.count, in: 1...1024)
    let library = try Library(path: arguments.required(.library), access: .write)
    let source = ArticleSource(allowsPrivateAddresses: arguments.has(.allowPrivate))
    let analyser = try ReadingNotice.analyser()
    let ingester = Ingester(library: library, jobs: jobs, analyser: analyser, source: source) {
      event in
      switch event {
      case .refused(let refusal): Console.error("refused \(refusal.input): \(refusal.reason)")
      case .filed(let read, let added):
        if Console.isInteractive { Console.error("\(read) read, \(added) filed") }
      case .step(let what): if Console.isInteractive { Console.error(what) }
      case .feed(let what): Console.error(what)
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

extension Option {
  static let feeds = Option(
    name: "--feeds", value: nil, help: "Fetch the registered feeds that are due, once.")
  static let watch = Option(
    name: "--watch", value: nil, help: "Fetch feeds whenever they are due, until ended.")
  static let every = Option(
    name: "--every", value: "SECONDS",
    help: "Fetch each feed at this interval; without it by how often it has news.")
  static let hostPause = Option(
    name: "--host-pause", value: "SECONDS",
    help: "Pause between two requests to one host; 1 without it.")
}
