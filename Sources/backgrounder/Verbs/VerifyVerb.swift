import Engine
import Primitives
import WebApp

/// `verify`: derive again, and name the sentence that does not hold.
enum VerifyVerb: Verb {
  static let name = "verify"
  static let summary = "Derive a library or an exported site again; name what does not hold."
  static let operands = "--library FILE | DIR"
  static let options: [Option] = [.library, .jobs]
  static let examples = [
    (line: "backgrounder verify --library news.library", does: "re-derives all of it"),
    (
      line: "backgrounder verify site",
      does: "checks an exported site by itself; exit status 1 when a sentence does not hold"
    ),
  ]

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let jobs = try arguments.number(.jobs, default: Processors.count, in: 1...1024)
    let faults: [String]
    switch (arguments.value(.library), arguments.operands.first) {
    case (let path?, nil):
      let library = try Library(path: path)
      faults = try LibraryVerifier(library: library, jobs: jobs).faults().map(\.description)
    case (nil, let directory?) where arguments.operands.count == 1:
      faults = try SiteVerifier.verify(directory: directory).map { "\($0)" }
    default:
      throw UsageError("name either --library FILE or the folder of an exported site")
    }
    for fault in faults { Console.write(fault) }
    Console.write(faults.isEmpty ? "everything holds" : "\(faults.count) faults")
    return faults.isEmpty ? .done : .failed
  }
}
