import Engine
import HTTPServer
import Primitives
import WebApp

/// `serve`: the web site of a library.
enum ServeVerb: Verb {
  static let name = "serve"
  static let summary = "Serve the web site of a library."
  static let operands = "--library FILE [--port N]"
  static let options: [Option] = [.library, port, address, rate, proxy, .now] + NarratorOptions.all
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

  private static let rate = Option(
    name: "--rate", value: "N",
    help:
      "How many requests a second a client may make of API, search and questions; 300 without it, 0 for no bound."
  )
  private static let proxy = Option(
    name: "--behind-proxy", value: nil,
    help: "Tell clients by X-Forwarded-For, as a server in front of this one writes it.")

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    try arguments.noOperands()
    let wanted = try arguments.number(port, default: 8080, in: 0...65_535)
    let bound = arguments.value(address) ?? "127.0.0.1"
    let library = try Library(path: arguments.required(.library), now: arguments.clock())
    TerminationSignals.hold()
    let allowed = try arguments.number(rate, default: 300, in: 0...1_000_000)
    let limiter =
      allowed == 0 ? nil : RateLimiter(perSecond: Double(allowed), burst: Double(2 * allowed))
    let server = try WebServer(
      site: Site(library: library, narrator: try NarratorOptions.narrator(arguments)),
      limiter: limiter, trustsProxy: arguments.has(proxy)
    ) { Console.error($0) }.start(port: UInt16(wanted), address: bound)
    Console.write("http://\(bound):\(server.port)/")
    Console.flush()
    TerminationSignals.wait()
    server.stop()
    return .done
  }
}
