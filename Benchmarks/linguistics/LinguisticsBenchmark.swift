import FoundationEssentials
import Glibc
import Linguistics
import Primitives

/// Measures the language engine and writes its annotations for comparison with spaCy.
@main
struct LinguisticsBenchmark {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let mode = arguments.first else { return usage() }
    switch (mode, arguments.count) {
    case ("tokens", 2): try tokens(arguments[arguments.startIndex + 1])
    case ("speed", 3...4): try await speed(Array(arguments.dropFirst()))
    case ("curve", 1): try curve()
    default: usage()
    }
  }

  static func usage() {
    print(
      """
      linguistics-benchmark tokens TEXTS.jsonl             writes the annotation of each text
      linguistics-benchmark speed TEXTS.jsonl WORKERS [N]  measures tokens a second, N times
      linguistics-benchmark curve                          measures how time grows with length
      """)
  }

  private struct Record: Decodable {
    let text: String
  }

  static func texts(_ path: String) throws -> [UTF8Text] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try data.split(separator: UInt8(ascii: "\n")).map {
      UTF8Text(try JSONDecoder().decode(Record.self, from: $0).text)
    }
  }

  private struct TokenLine: Encodable {
    let tokens: [[Int]]
    let tags: [String]
    let pos: [String]
    let heads: [Int]
    let deps: [String]
    let lemmas: [String]
    let starts: [Int]
    let ents: [[Int]]
    let labels: [String]
  }

  static func tokens(_ path: String) throws {
    let pipeline = try Pipeline(modelAt: try ModelLocation.find())
    for text in try texts(path) {
      let a = pipeline.annotate(text)
      let s = a.syntax
      let line = TokenLine(
        tokens: a.tokens.map { [$0.range.start, $0.range.end] }, tags: s?.tags ?? [],
        pos: s?.partsOfSpeech ?? [], heads: s?.heads ?? [], deps: s?.dependencies ?? [],
        lemmas: s?.lemmas ?? [], starts: a.sentences.map(\.lowerBound),
        ents: a.names.map { [$0.tokens.lowerBound, $0.tokens.upperBound] },
        labels: a.names.map(\.label))
      print(String(decoding: try JSONEncoder().encode(line), as: UTF8.self))
    }
  }

  /// Opens the model and annotates all texts, several times; the first round meets every word anew.
  static func speed(_ arguments: [String]) async throws {
    let (pipeline, opening) = try timed { try Pipeline(modelAt: try ModelLocation.find()) }
    print("open: \(milliseconds(opening)) ms")
    let texts = try texts(arguments[0])
    let workers = Int(arguments[1]) ?? 1
    for _ in 0..<(arguments.count > 2 ? Int(arguments[2]) ?? 5 : 5) {
      let clock = ContinuousClock()
      let (start, processor) = (clock.now, processorTime())
      var tokens = 0
      if workers == 1 {
        for text in texts { tokens += pipeline.annotate(text).tokens.count }
      } else {
        let all = await pipeline.annotate(texts, workers: workers)
        tokens = all.reduce(0) { $0 + $1.tokens.count }
      }
      report("\(tokens) tokens, by the clock", tokens, seconds(clock.now - start))
      report("\(tokens) tokens, processor time", tokens, processorTime() - processor)
    }
  }

  /// Texts of kinds that are hard on parsers, each at growing lengths, by processor time.
  static func curve() throws {
    let kinds: [(name: String, part: String)] = [
      ("no full stop", "ministers met the press in the old town and "), ("brackets", "("),
      ("nested", "([{<"), ("one chunk", "abcdefgh"), ("dots", "."), ("dotted chunk", "a.b-"),
      ("quotes", "\"'"), ("hyphens", "re-"), ("emoji", "\u{1F469}\u{200D}\u{1F467}"),
      ("NULs", "\u{0}"), ("lines", "\n"),
      ("scripts", "Oslo \u{65E5}\u{672C} \u{0645}\u{0635}\u{0631} "),
      ("sentences", "The court ruled on Friday that \"no one is above the law.\" "),
    ]
    for kind in kinds {
      let pipeline = try Pipeline(modelAt: try ModelLocation.find())
      for size in [1 << 16, 1 << 18, 1 << 20] + (kind.part.contains(" ") ? [5_000_000] : []) {
        let words = String(repeating: kind.part, count: size / kind.part.utf8.count)
        let (annotated, time) = timed { pipeline.annotate(UTF8Text(words)) }
        let name = "\(kind.name), \(size) bytes, \(annotated.tokens.count) tokens"
        report(name, size, time, unit: "bytes")
      }
    }
  }

  static func timed<Value>(_ work: () throws -> Value) rethrows -> (Value, Double) {
    let start = processorTime()
    let value = try work()
    return (value, processorTime() - start)
  }

  /// The processor time of this process so far: it says the same on a busy machine.
  static func processorTime() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  static func milliseconds(_ seconds: Double) -> Double { (seconds * 10_000).rounded() / 10 }

  static func report(_ name: String, _ count: Int, _ seconds: Double, unit: String = "tokens") {
    print("\(name) in \(milliseconds(seconds)) ms: \(Int(Double(count) / seconds)) \(unit)/s")
  }
}
