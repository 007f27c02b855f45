import Engine
import NewsModel
import Primitives
import Reading

/// `analyse`: articles as JSON Lines to analysis records, in the same order.
enum AnalyseVerb: Verb {
  static let name = "analyse"
  static let summary = "Analyse articles (JSON Lines): sentences, names, statements, times."
  static let operands = "[FILE|-]"
  static let options: [Option] = [.jobs, .json]
  static let examples = [
    ("backgrounder read page.html | backgrounder analyse", "what one page says, and who says it"),
    ("backgrounder analyse --jobs 1 articles.jsonl", "on one core; the output is the same"),
  ].map { (line: $0.0, does: $0.1) }

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let jobs = try arguments.number(.jobs, default: Processors.count, in: 1...1024)
    guard arguments.operands.count <= 1 else { throw UsageError("name one file, or -") }
    var batch: [Article] = []
    var refused = 0
    let analyser = Analyser()
    func flush() throws {
      let records = parallelMap(batch, width: jobs) {
        analyser.record(for: $0)
      }
      batch.removeAll(keepingCapacity: true)
      for record in records { try Console.writeJSON(record) }
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
}
