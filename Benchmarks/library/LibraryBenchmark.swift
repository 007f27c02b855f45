/// Measures what holds across articles, at the size of a large library.
@main
struct LibraryBenchmark {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.first == "origins" else {
      print("usage: library-benchmark origins [ARTICLES]")
      return
    }
    OriginBenchmark.run(articles: arguments.dropFirst().first.flatMap(Int.init) ?? 100_000)
  }
}
