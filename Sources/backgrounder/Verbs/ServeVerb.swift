import Engine
import HTTPServer
import Primitives
import WebApp

/// `serve`: the web site of a library.
enum ServeVerb: Verb {
  static let name = "serve"
  static let summary = "Serve the web site of a library."
  static let operands = "--library FILE [--port N]"
  static let options: [Option] = [.library, port, address, .now]
  static let examples = [
    (line: "backgrounder serve --library news.library", does: "at http://127.0.0.1:8080/"),
    (
      line: "backgrounder serve --library news.library --port 0",
      does: "at a free port, which is printed"
    ),
  ]
  private static let port = Option(
    name: "--port", value: "N", help: "The port; 8080 without it, 0 for any free one.")
  private static let address = Option(
    name: "--address", value: "IP", help: "The address to bind; 127.0.0.1 without it.")

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    try arguments.noOperands()
    let wanted = try arguments.number(port, default: 8080, in: 0...65_535)
    let bound = arguments.value(address) ?? "127.0.0.1"
    let library = try Library(path: arguments.required(.library), now: arguments.clock())
    TerminationSignals.hold()
    let server = try WebServer(site: Site(library: library)) { Console.error($0) }
      .start(port: UInt16(wanted), address: bound)
    Console.write("http://\(bound):\(server.port)/")
    Console.flush()
    TerminationSignals.wait()
    server.stop()
    return .done
  }
}
