/// Measures filing and reading at the size of a large library.
@main
struct LibraryBenchmark {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 2 else {
      print("usage: library-benchmark ARTICLES.jsonl NEW.library [ARTICLES]")
      return
    }
    try FilingBenchmark(articles: arguments[0], library: arguments[1]).run(
      limit: arguments.count > 2 ? Int(arguments[2]) ?? .max : .max)
  }
}
