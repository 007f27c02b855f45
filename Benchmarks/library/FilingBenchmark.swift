import Engine
import NewsModel
import Primitives
import Reading

/// Files articles into a new library and measures what the next one costs, as the library grows.
///
///     BACKGROUNDER_BENCHMARKS=1 swift run -c release library-benchmark articles.jsonl new.library
///
/// Articles are analysed by surface form, which is not counted. Most are filed in transactions of 64; around each mark two
/// hundred are filed in a transaction each, as they come from a feed. Times are processor time of this process.
struct FilingBenchmark {
  /// How many articles are in the library where figures are taken.
  static let marks = [1_000, 5_000, 10_000, 25_000, 50_000, 75_000, 100_000]
  private static let single = 200
  private static let batch = 64

  private let articles: String
  private let library: Library

  init(articles: String, library: String) throws {
    self.articles = articles
    self.library = try Library(path: library, access: .write)
  }

  func run(limit: Int) throws {
    let ingester = Ingester(library: library, jobs: 1, analyser: Analyser(readingBySurface: ()))
    let analyser = Analyser(readingBySurface: ())
    print("articles\tms an article, mean\tp95\tgreatest\tbatched, ms an article\tresident MB")
    var (number, batched, batchedCount) = (0, 0.0, 0)
    var waiting: [(Article, Analysis)] = []
    var times: [Double] = []
    try ArticleSource().read(articles) { outcome in
      guard case .article(let article) = outcome, number < limit else { return }
      number += 1
      let analysis = analyser.analyse(article)
      let mark = Self.marks.first { number <= $0 }
      let isSingle = mark.map { number > $0 - Self.single } ?? false
      if !isSingle { waiting.append((article, analysis)) }
      if waiting.count >= Self.batch || isSingle && !waiting.isEmpty {
        let start = ProcessFigures.processorSeconds()
        try ingester.file(waiting)
        batched += ProcessFigures.processorSeconds() - start
        batchedCount += waiting.count
        waiting = []
      }
      guard isSingle else { return }
      let start = ProcessFigures.processorSeconds()
      try ingester.file([(article, analysis)])
      times.append(ProcessFigures.processorSeconds() - start)
      if number == mark {
        print(row(number, times, batched / Double(max(1, batchedCount))))
        ProcessFigures.flush()
        (times, batched, batchedCount) = ([], 0, 0)
      }
    }
    try ingester.file(waiting)
    try finish(ingester)
  }

  /// Files articles one at a time into a library that is there, and measures each.
  func more() throws {
    let ingester = Ingester(library: library, jobs: 1, analyser: Analyser(readingBySurface: ()))
    let analyser = Analyser(readingBySurface: ())
    let before = try library.articleIDs().count
    var times: [Double] = []
    try ArticleSource().read(articles) { outcome in
      guard case .article(let article) = outcome else { return }
      let analysis = analyser.analyse(article)
      let start = ProcessFigures.processorSeconds()
      try ingester.file([(article, analysis)])
      times.append(ProcessFigures.processorSeconds() - start)
    }
    print("articles before\t\(before)")
    print("one more filed\tmean \(Spread(times).mean) ms, " + Spread(times).line)
    let start = ProcessFigures.processorSeconds()
    _ = try ingester.ingest([])
    print("joining names\t\(Spread.rounded(ProcessFigures.processorSeconds() - start)) s")
    print("resident\t\(Spread.rounded(ProcessFigures.residentMegabytes())) MB")
  }

  private func row(_ number: Int, _ times: [Double], _ batched: Double) -> String {
    let spread = Spread(times)
    return [
      String(number), spread.mean, spread.late, spread.greatest, Spread.rounded(batched * 1000),
      Spread.rounded(ProcessFigures.residentMegabytes()),
    ].joined(separator: "\t")
  }

  private func finish(_ ingester: Ingester) throws {
    var start = ProcessFigures.processorSeconds()
    _ = try ingester.ingest([])
    print("joining names\t\(Spread.rounded(ProcessFigures.processorSeconds() - start)) s")
    print("resident\t\(Spread.rounded(ProcessFigures.residentMegabytes())) MB")
    let topics = try library.topics()
    print("topics\t\(topics.count), the greatest of \(topics.first?.articles.count ?? 0) articles")
    start = ProcessFigures.processorSeconds()
    let sample = stride(from: 0, to: topics.count, by: max(1, topics.count / 1000)).prefix(1000)
    var opened: [Double] = []
    for place in sample {
      let start = ProcessFigures.processorSeconds()
      _ = try library.dossier(topics[place].id)
      opened.append(ProcessFigures.processorSeconds() - start)
    }
    print("a dossier compiled\t" + Spread(opened).line)
    try search()
  }

  /// Words of headlines, one to three, as readers type them.
  private func search() throws {
    var times: [Double] = []
    let ids = try library.articleIDs()
    for place in stride(from: 0, to: ids.count, by: max(1, ids.count / 300)) {
      guard let title = try library.filed(ids[place])?.version.article.title else { continue }
      let words = title.split(separator: " ").filter { $0.utf8.count > 3 }
      let query = words.prefix(1 + place % 3).joined(separator: " ")
      let start = ProcessFigures.processorSeconds()
      _ = try library.search(query)
      times.append(ProcessFigures.processorSeconds() - start)
    }
    print("a search\t" + Spread(times).line)
  }
}
