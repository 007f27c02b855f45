import Engine
import NewsModel

/// Asks a library questions made from its headlines and measures what an answer costs.
///
///     BACKGROUNDER_BENCHMARKS=1 swift run -c release library-benchmark --ask news.library [QUESTIONS]
///
/// Times are processor time of this process. The first question, which opens the language engine, is not counted.
struct AskBenchmark {
  /// What stands before the words of a headline; they take turns.
  private static let openings = [
    "Who is behind", "When was", "Where is", "Why is there", "How many people saw",
    "What did they say about",
  ]

  private let library: Library

  init(library: String) throws {
    self.library = try Library(path: library, access: .read)
  }

  func run(questions count: Int) throws {
    let answerer = Answerer(library)
    let ids = try library.articleIDs()
    var times: [Double] = []
    var answered = 0
    _ = try answerer.answer("Who is it?")
    for (number, place) in stride(from: 0, to: ids.count, by: max(1, ids.count / count))
      .enumerated()
    {
      guard number < count, let title = try library.filed(ids[place])?.version.article.title else {
        continue
      }
      let question = "\(Self.openings[number % Self.openings.count]) \(title)?"
      let start = ProcessFigures.processorSeconds()
      if try answerer.answer(question).isAnswered { answered += 1 }
      times.append(ProcessFigures.processorSeconds() - start)
    }
    print("articles\t\(ids.count)")
    let spread = Spread(times)
    print("a question\tmean \(spread.mean) ms, \(spread.line)")
    print("answered\t\(answered) of \(times.count)")
    print("resident\t\(ProcessFigures.residentMegabytes().rounded()) MB")
  }
}
