import Engine
import HTTPServer
import Primitives

/// `doctor`: what is installed, what is missing, what to type.
enum DoctorVerb: Verb {
  static let name = "doctor"
  static let summary = "Say what is installed, what is missing and what to type."
  static let operands = "[--library FILE]"
  static let options: [Option] = [.library, .json]
  static let examples = [
    (line: "backgrounder doctor", does: "looks at the machine"),
    (line: "backgrounder doctor --library news.library", does: "and at a library"),
  ]

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    try arguments.noOperands()
    var findings = [
      Finding(what: "backgrounder", isGood: true, found: Backgrounder.version),
      Finding(what: "cores", isGood: true, found: "\(Processors.count)"),
    ]
    findings += Doctor.examineMachine()
    if let path = arguments.value(.library) { findings += Doctor.examine(libraryAt: path) }
    for finding in findings {
      if arguments.has(.json) {
        try Console.writeJSON(finding)
        continue
      }
      let mark = finding.isGood ? "ok      " : finding.isOptional ? "optional" : "missing "
      Console.write("\(mark) \(finding.what): \(finding.found)")
      if let remedy = finding.remedy { Console.write("         type: \(remedy)") }
    }
    return findings.allSatisfy { $0.isGood || $0.isOptional } ? .done : .failed
  }
}
