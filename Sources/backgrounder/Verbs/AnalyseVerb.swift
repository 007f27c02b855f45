import Engine
import NewsModel
import Primitives
import Reading

/// `analyse`: articles as JSON Lines to analysis records, in the same order.
enum AnalyseVerb: Verb {
  static let name = "analyse"
  static let summary = "Analyse articles (JSON Lines): sentences, names, statements, times."
  static let operands = "[FILE|-]"
  static let options: [Option] = [.jobs, .tokens, .dump, .json]
  static let examples = [
    ("backgrounder read page.html | backgrounder analyse", "what one page says, and who says it"),
    ("backgrounder analyse --jobs 1 articles.jsonl", "on one core; the output is the same"),
    ("backgrounder analyse --tokens articles.jsonl", "with the tokens, tags and trees as well"),
    ("backgrounder analyse --dump tree articles.jsonl", "the sentences drawn as trees"),
  ].map { (line: $0.0, does: $0.1) }

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let jobs = try arguments.number(.jobs, default: Processors.count, in: 1...1024)
    guard arguments.operands.count <= 1 else { throw UsageError("name one file, or -") }
    var batch: [Article] = []
    var refused = 0
    let render = try renderer(arguments)
    func flush() throws {
      let lines = try parallelMap(batch, width: jobs) { article in Result { try render(article) } }
        .map { try $0.get() }
      batch.removeAll(keepingCapacity: true)
      for line in lines { try Console.writeLine(line) }
    }
    let take: (ReadOutcome) throws -> Void = { outcome in
      switch outcome {
      case .article(let article):
        batch.append(article)
        if batch.count >= 64 { try flush() }
      case .refused(let refusal):
        refused += 1
        Console.error("refused \(refusal.input): \(refusal.reason)")
      }
    }
    let reader = ArticleReader()
    if let path = arguments.operands.first, path != "-" {
      try reader.read(path: path, each: take)
    } else {
      try reader.readStandardInput(each: take)
    }
    try flush()
    return refused == 0 ? .done : .doneWithRefusals
  }

  /// What is written for an article: its record, with tokens if they are asked for, or its trees.
  private static func renderer(_ arguments: Arguments) throws
    -> @Sendable (Article) throws -> [UInt8]
  {
    let analyser = try ReadingNotice.analyser()
    if let dump = arguments.value(.dump) {
      return try dumper(dump)
    }
    let engine = arguments.has(.tokens) ? try LanguageEngine() : nil
    return { article in
      let tokens = engine?.tokens(of: article.text)
      return try CanonicalJSON.encode(
        AnalysisRecord(
          article, analyser.analyse(article), tokens: tokens, label: analyser.answer(article)))
    }
  }

  /// What is written for an article when the language engine's own view is asked for.
  private static func dumper(_ dump: String) throws -> @Sendable (Article) throws -> [UInt8] {
    let engine = try LanguageEngine()
    switch dump {
    case "tree":
      return { article in Array("# \(article.id)\n\(engine.trees(of: article.text))\n".utf8) }
    case "names":
      return { article in
        try CanonicalJSON.encode(NameDump(id: article.id, names: engine.names(of: article.text)))
      }
    default: throw UsageError("--dump takes \"tree\" or \"names\", not \"\(dump)\"")
    }
  }

  /// The names of one article, as a line of JSON.
  private struct NameDump: Encodable {
    let id: ArticleID
    let names: [NameEntry]
  }
}

extension Option {
  fileprivate static let tokens = Option(
    name: "--tokens", value: nil, help: "Add the tokens of the trained language engine.")
  fileprivate static let dump = Option(
    name: "--dump", value: "tree|names",
    help: "Draw the sentences as trees, for people, or write the names that extraction gets.")
}
