import Engine
import HTTPServer
import WebApp

/// `mcp`: the library as read-only tools for agents.
enum ToolsVerb: Verb {
  static let name = "mcp"
  static let summary =
    "Serve a library to agents by the Model Context Protocol, over stdin and stdout or HTTP."
  static let operands = "--library FILE [--port N]"
  static let options: [Option] = [.library, port, .now]
  static let examples = [
    (
      line: "backgrounder mcp --library news.library",
      does: "read-only tools: search, ask, topics, dossiers, statements, sentences"
    ),
    (
      line: "backgrounder mcp --library news.library --port 8090",
      does: "the same over HTTP at http://127.0.0.1:8090/mcp, for this machine only"
    ),
  ]
  private static let port = Option(
    name: "--port", value: "N",
    help: "Serve over HTTP (streamable HTTP transport) at this port, 0 for any free one.")

  /// A request longer than this is refused; the longest that makes sense has a few hundred bytes.
  private static let longestLine = 1 << 20

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    try arguments.noOperands()
    let library = try Library(path: arguments.required(.library), now: arguments.clock())
    let server = ToolServer(library: library)
    guard arguments.value(port) == nil else { return try serve(server, arguments) }
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

  private static func serve(_ tools: ToolServer, _ arguments: Arguments) throws -> ExitStatus {
    let wanted = try arguments.number(port, default: 0, in: 0...65_535)
    TerminationSignals.hold()
    let server = try ToolEndpoint(tools).start(port: UInt16(wanted))
    Console.write("http://127.0.0.1:\(server.port)\(ToolEndpoint.path)")
    Console.flush()
    TerminationSignals.wait()
    server.stop()
    return .done
  }
}
