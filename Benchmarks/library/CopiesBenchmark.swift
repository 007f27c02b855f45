import Engine
import Knowledge
import NewsModel
import Reading
import Storage

/// Looks up of which earlier text each arriving article is a copy, in the index as it lies in a library, and measures
/// that alone: comparing, and entering it into the index.
///
///     library-benchmark --copies articles.jsonl new.library
///
/// Articles are stored 64 in a transaction, as `ingest` does; no stories and topics are made of them. Times are processor
/// time of this process.
struct CopiesBenchmark {
  private static let counted = 1_000
  private static let batch = 64

  private let articles: String
  private let store: LibraryStore

  init(articles: String, library: String) throws {
    self.articles = articles
    store = try LibraryStore(path: library, access: .write)
  }

  func run(limit: Int) throws {
    print("articles\tms an article, mean\tp95\tgreatest\tcopies\tresident MB")
    var (number, copies) = (0, 0)
    var linker: OriginLinker?
    var times: [Double] = []
    var waiting: [AnalysedInput] = []
    func file() throws {
      _ = try store.file(waiting) { changes, tables in
        let shelf = StoredOrigins(tables)
        var origins = linker ?? OriginLinker(shelf)
        for version in try tables.inOrder(changes.current) {
          guard let article = changes.inputs[version]?.article else { continue }
          let start = ProcessFigures.processorSeconds()
          try origins.add(version, article)
          times.append(ProcessFigures.processorSeconds() - start)
          if try shelf.origin(version)?.isCopy == true { copies += 1 }
        }
        linker = origins
      }
      waiting = []
    }
    try ArticleSource().read(articles) { outcome in
      guard case .article(let article) = outcome, number < limit else { return }
      number += 1
      waiting.append(try AnalysedInput(article: article, analysis: Analysis()))
      let isMark = FilingBenchmark.marks.contains(number)
      if waiting.count >= Self.batch || isMark { try file() }
      if isMark {
        print(Self.row(number, times.suffix(Self.counted), copies))
        ProcessFigures.flush()
        times = []
      }
    }
    try file()
  }

  private static func row(_ number: Int, _ times: ArraySlice<Double>, _ copies: Int) -> String {
    let spread = Spread(Array(times))
    return [
      String(number), spread.mean, spread.late, spread.greatest, String(copies),
      Spread.rounded(ProcessFigures.residentMegabytes()),
    ].joined(separator: "\t")
  }
}
