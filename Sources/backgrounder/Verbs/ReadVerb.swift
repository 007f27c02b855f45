import Engine
import NewsModel
import Reading

/// `read`: anything a newsroom has, to articles as JSON Lines.
enum ReadVerb: Verb {
  static let name = "read"
  static let summary = "Read pages, files and folders into articles (JSON Lines)."
  static let operands = "FILE|DIR|- ..."
  static let options: [Option] = [.json]
  static let examples = [
    ("backgrounder read page.html", "one page as one article record"),
    ("backgrounder read samples > articles.jsonl", "a folder of files, one record a line"),
    ("cat page.html | backgrounder read -", "from standard input"),
  ].map { (line: $0.0, does: $0.1) }

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    guard !arguments.operands.isEmpty else { throw UsageError("name a file, a folder or -") }
    let reader = ArticleReader()
    var refused = 0
    for path in arguments.operands {
      let take: (ReadOutcome) throws -> Void = { outcome in
        switch outcome {
        case .article(let article): try Console.writeJSON(article)
        case .refused(let refusal):
          refused += 1
          Console.error("refused \(refusal.input): \(refusal.reason)")
        }
      }
      if path == "-" {
        try reader.readStandardInput(each: take)
      } else {
        try reader.read(path: path, each: take)
      }
    }
    return refused == 0 ? .done : .doneWithRefusals
  }
}
