import Engine
import NewsModel
import Primitives

/// `search`: the sentences that hold the words.
enum SearchVerb: Verb {
  static let name = "search"
  static let summary = "Find sentences by their words, best first."
  static let operands = "--library FILE WORD ..."
  static let options: [Option] = [.library, .json, .limit]
  static let examples = [
    (
      line: "backgrounder search --library news.library liaison office Tokyo",
      does: "sentences that hold all three words"
    )
  ]

  private struct Line: Encodable {
    let citation: Citation
    let matches: [ByteRange]
  }

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    guard !arguments.operands.isEmpty else { throw UsageError("give the words to look for") }
    let limit = try arguments.number(.limit, default: 20, in: 1...10_000)
    let library = try Library(path: arguments.required(.library))
    let results = try library.search(
      arguments.operands.joined(separator: " "), limit: limit, offset: 0)
    for hit in results.hits {
      if arguments.has(.json) {
        try Console.writeJSON(Line(citation: hit.citation, matches: hit.matches))
      } else {
        let day = hit.citation.published.map { $0.date.description } ?? "undated"
        Console.write(
          "\(hit.citation.exact)\n    \(hit.citation.outlet), \(day): \(hit.article.title)")
      }
    }
    if results.total == 0 {
      let count = try library.overview().articleCount
      Console.error("no sentence in \(count) articles holds these words")
    } else if !results.matchedAll {
      Console.error("no sentence holds all of the words; these hold some")
    }
    return .done
  }
}
