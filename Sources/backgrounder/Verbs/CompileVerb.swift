import Engine
import Primitives

/// `compile`: the dossiers of all topics, ready to be opened.
enum CompileVerb: Verb {
  static let name = "compile"
  static let summary = "Compile the dossiers of all topics, so that each opens at once."
  static let operands = "--library FILE"
  static let options: [Option] = [.library, .jobs, .now]
  static let examples = [
    (
      line: "backgrounder compile --library news.library",
      does: "after an ingest; a second run compiles nothing"
    )
  ]

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    try arguments.noOperands()
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
