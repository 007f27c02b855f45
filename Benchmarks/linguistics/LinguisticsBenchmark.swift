import FoundationEssentials
import Linguistics
import Primitives

/// Measures the language engine and writes its annotations for comparison with spaCy.
@main
struct LinguisticsBenchmark {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let mode = arguments.first else { return usage() }
    switch (mode, arguments.count) {
    case ("convert", 3):
      let bytes = try ModelConverter.convert(packageAt: arguments[arguments.startIndex + 1])
      try Data(bytes).write(to: URL(fileURLWithPath: arguments[arguments.startIndex + 2]))
    case ("tokens", 2): try tokens(arguments[arguments.startIndex + 1])
    case ("speed", 3...4): try await speed(Array(arguments.dropFirst()))
    default: usage()
    }
  }

  static func usage() {
    print(
      """
      linguistics-benchmark convert PACKAGE-FOLDER FILE    converts the package
      linguistics-benchmark tokens TEXTS.jsonl             writes the annotation of each text
      linguistics-benchmark speed TEXTS.jsonl WORKERS      measures words a second
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

  static func speed(_ arguments: [String]) async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let pipeline = try Pipeline(modelAt: try ModelLocation.find())
    print("open: \(clock.now - start)")
    let texts = try texts(arguments[0])
    let workers = Int(arguments[1]) ?? 1
    for _ in 0..<(arguments.count > 2 ? Int(arguments[2]) ?? 5 : 5) {
      let start = clock.now
      var words = 0
      if workers == 1 {
        for text in texts { words += pipeline.annotate(text).tokens.count }
      } else {
        words = await pipeline.annotate(texts, workers: workers).reduce(0) {
          $0 + $1.tokens.count
        }
      }
      let time = clock.now - start
      let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
      print("\(words) tokens in \(seconds) s: \(Int(Double(words) / seconds)) tokens/s")
    }
  }
}
