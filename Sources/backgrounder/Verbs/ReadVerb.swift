import Engine
import NewsModel
import Reading

/// `read`: anything a newsroom has, to articles as JSON Lines.
enum ReadVerb: Verb {
  static let name = "read"
  static let summary = "Read pages, files and folders into articles (JSON Lines)."
  static let operands = "FILE|DIR|URL|- ..."
  static let options: [Option] = [.json, .allowPrivate]
  static let examples = [
    ("backgrounder read page.html", "one page as one article record"),
    ("backgrounder read samples > articles.jsonl", "a folder of files, one record a line"),
    ("backgrounder read https://outlet.example/a.html", "a page, as robots.txt allows"),
    ("cat page.html | backgrounder read -", "from standard input"),
  ].map { (line: $0.0, does: $0.1) }

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    guard !arguments.operands.isEmpty else {
      throw UsageError("name a file, a folder, an address or -")
    }
    let source = ArticleSource(allowsPrivateAddresses: arguments.has(.allowPrivate))
    var refused = 0
    for path in arguments.operands {
      try source.read(path) { outcome in
        switch outcome {
        case .article(let article): try Console.writeJSON(article)
        case .refused(let refusal):
          refused += 1
          Console.error("refused \(refusal.input): \(refusal.reason)")
        }
      }
    }
    return refused == 0 ? .done : .doneWithRefusals
  }
}
