/// One verb of the command: what it is called, what it takes and what it does.
protocol Verb: SendableMetatype {
  /// The word that is typed.
  static var name: String { get }
  /// One line for the list of verbs.
  static var summary: String { get }
  /// The operands, as shown in the usage line.
  static var operands: String { get }
  /// The options, without `--help`.
  static var options: [Option] { get }
  /// Whole command lines that work, each with what it does.
  static var examples: [(line: String, does: String)] { get }

  /// Runs the verb; throws `UsageError` for wrong arguments, any other error for a failure.
  static func run(_ arguments: Arguments) throws -> ExitStatus
}

/// How a command ended.
enum ExitStatus: Int32 {
  case done = 0
  case failed = 1
  case usage = 2
  /// Done, but some inputs were refused; each was named with the reason.
  case doneWithRefusals = 3
}

extension Verb {
  /// The help text.
  static var help: String {
    var lines = ["\(summary)", "", "usage: backgrounder \(name) \(operands)", "", "options:"]
    for option in options + [.help] {
      let head = option.name + (option.value.map { " \($0)" } ?? "")
      let gap = String(repeating: " ", count: max(1, 22 - head.utf8.count))
      lines.append("  \(head)\(gap)\(option.help)")
    }
    lines += ["", "examples:"]
    for example in examples { lines += ["  \(example.line)", "      \(example.does)"] }
    return lines.joined(separator: "\n")
  }
}
