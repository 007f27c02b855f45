/// `manual`: the manual page, made from the verbs themselves.
enum ManualVerb: Verb {
  static let name = "manual"
  static let summary = "Write the manual page (roff)."
  static let operands = ""
  static let options: [Option] = []
  static let examples = [
    (line: "backgrounder manual | man -l -", does: "read it"),
    (
      line: "backgrounder manual > /usr/local/share/man/man1/backgrounder.1", does: "install it"
    ),
  ]

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    try arguments.noOperands()
    Console.write(page)
    return .done
  }

  private static var page: String {
    var lines = [
      ".TH BACKGROUNDER 1", ".SH NAME",
      "backgrounder \\- turn a newsroom's articles into sourced dossiers", ".SH SYNOPSIS",
      ".B backgrounder", ".I COMMAND", "...", ".SH COMMANDS",
    ]
    for verb in Backgrounder.verbs {
      lines += [".SS \(verb.name) \(escape(verb.operands))", escape(verb.summary)]
      for option in verb.options {
        lines += [".TP", ".B \(escape(option.name)) \(option.value ?? "")", escape(option.help)]
      }
      for example in verb.examples {
        lines += [".PP", ".nf", ".B \(escape(example.line))", ".fi", escape(example.does)]
      }
    }
    lines += [
      ".SH EXIT STATUS", "0 done, 1 failed, 2 wrong usage, 3 done with some inputs refused.",
    ]
    return lines.joined(separator: "\n")
  }

  private static func escape(_ text: String) -> String {
    text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\e")
      .split(separator: "-", omittingEmptySubsequences: false).joined(separator: "\\-")
  }
}
