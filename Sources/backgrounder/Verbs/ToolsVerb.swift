import Engine
import WebApp

/// `mcp`: the library as read-only tools for agents.
enum ToolsVerb: Verb {
  static let name = "mcp"
  static let summary =
    "Serve a library to agents by the Model Context Protocol, over stdin and stdout."
  static let operands = "--library FILE"
  static let options: [Option] = [.library, .now]
  static let examples = [
    (
      line: "backgrounder mcp --library news.library",
      does: "read-only tools: search, topics, dossiers, statements, sentences"
    )
  ]

  /// A request longer than this is refused; the longest that makes sense has a few hundred bytes.
  private static let longestLine = 1 << 20

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    try arguments.noOperands()
    let library = try Library(path: arguments.required(.library), now: arguments.clock())
    let server = ToolServer(library: library)
    var lines = InputLines(limit: longestLine)
    while let line = lines.next() {
      switch line {
      case .tooLong:
        Console.error("a line of more than \(longestLine) bytes was dropped")
      case .whole(let bytes):
        guard !bytes.isEmpty, let answer = server.answer(bytes) else { continue }
        try Console.writeLine(answer)
        Console.flush()
      }
    }
    return .done
  }
}
