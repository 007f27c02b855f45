/// Measures filing and reading at the size of a large library.
@main
struct LibraryBenchmark {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let isMore = arguments.first == "--more"
    if isMore { arguments.removeFirst() }
    let copiesAlone = arguments.first == "--copies"
    if copiesAlone { arguments.removeFirst() }
    guard arguments.count >= 2 else {
      print("usage: library-benchmark [--copies] ARTICLES.jsonl NEW.library [ARTICLES]")
      print("       library-benchmark --more ARTICLES.jsonl LIBRARY")
      print("       library-benchmark --ask LIBRARY [QUESTIONS]")
      return
    }
    if arguments[0] == "--ask" {
      let count = arguments.count > 2 ? Int(arguments[2]) ?? 100 : 100
      return try AskBenchmark(library: arguments[1]).run(questions: max(1, count))
    }
    let limit = arguments.count > 2 ? Int(arguments[2]) ?? .max : .max
    if isMore {
      try FilingBenchmark(articles: arguments[0], library: arguments[1]).more()
    } else if copiesAlone {
      try CopiesBenchmark(articles: arguments[0], library: arguments[1]).run(limit: limit)
    } else {
      try FilingBenchmark(articles: arguments[0], library: arguments[1]).run(limit: limit)
    }
  }
}
