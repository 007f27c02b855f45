import Composition
import Engine
import Primitives

/// `compile`: the dossiers of all topics, ready to be opened.
enum CompileVerb: Verb {
  static let name = "compile"
  static let summary = "Compile the dossiers of all topics, so that each opens at once."
  static let operands = "--library FILE"
  static let options: [Option] = [.library, .jobs, .features, .now]
  static let examples = [
    (
      line: "backgrounder compile --library news.library",
      does: "after an ingest; a second run compiles nothing"
    ),
    (
      line: "backgrounder compile --library news.library --features > sentences.jsonl",
      does: "what every sentence that could be shown alone is judged by, for Training/sentences"
    ),
  ]

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    try arguments.noOperands()
    if arguments.has(.features) {
      let library = try Library(path: arguments.required(.library), now: arguments.clock())
      try library.sentenceCandidates { Console.write(try CanonicalJSON.string($0)) }
      return .done
    }
    let jobs = try arguments.number(.jobs, default: Processors.count, in: 1...1024)
    let library = try Library(
      path: arguments.required(.library), access: .write, now: arguments.clock())
    let done = try library.compileDossiers(jobs: jobs)
    Console.write(
      "\(done.compiled) dossiers compiled, \(done.kept) as before; edition \(try library.edition())"
    )
    return .done
  }
}

extension Option {
  fileprivate static let features = Option(
    name: "--features", value: nil,
    help: "Compile nothing; write the sentences that could be shown with what they are judged by.")
}
