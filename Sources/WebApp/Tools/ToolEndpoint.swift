public import HTTPServer
import Primitives

/// The tools over HTTP: the streamable HTTP transport of the Model Context Protocol (revision 2025-06-18), without sessions or streams.
///
/// Each message is a POST that is answered at once with JSON, which the transport allows; there is nothing that the server would say unasked, so a
/// GET for a stream is answered with 405. Only this machine is listened to, and a page of another site is refused by its `Origin`.
public struct ToolEndpoint: Sendable {
  /// The address of the endpoint.
  public static let path = "/mcp"

  private let tools: ToolServer

  /// Serves tools over HTTP.
  public init(_ tools: ToolServer) {
    self.tools = tools
  }

  /// Listens on this machine until the returned server is stopped; port 0 takes any free one.
  ///
  /// Throws `ServerError`, which says what to do, when the port is in use or not permitted.
  public func start(port: UInt16) throws -> Server {
    try Server(
      settings: ServerSettings(port: port, methods: ["POST", "GET", "DELETE", "HEAD"]),
      handler: answer)
  }

  /// Answers one request.
  @Sendable public func answer(_ request: Request) -> Response {
    guard request.path == Self.path else {
      return .text("the tools are at \(Self.path)", status: .notFound)
    }
    guard request.method == "POST" else {
      return .text(
        "messages are sent by POST; this server keeps no stream and no session",
        status: .methodNotAllowed, header: [HeaderField("Allow", "POST")])
    }
    guard isOfThisMachine(request.field("Origin")) else {
      return .text("pages of other sites may not use the tools", status: .forbidden)
    }
    guard accepts(request.field("Accept")) else {
      return .text("the answer is application/json", status: .notAcceptable)
    }
    if let version = request.field("MCP-Protocol-Version"),
      !ToolServer.protocolVersions.contains(version)
    {
      return .text(
        "this revision of the protocol is not known; known are "
          + ToolServer.protocolVersions.joined(separator: ", "), status: .badRequest)
    }
    guard let answer = tools.answer(request.body) else {
      return Response(status: .accepted, contentType: "application/json", body: [])
    }
    return Response(contentType: "application/json", body: answer)
  }

  /// Whether a request comes from no page or from a page of this machine (a guard against DNS rebinding).
  private func isOfThisMachine(_ origin: String?) -> Bool {
    guard let origin else { return true }
    let schemes = ["http://", "https://"]
    guard let scheme = schemes.first(where: { origin.hasPrefix($0) }) else { return false }
    let authority = origin.dropFirst(scheme.utf8.count)
    let hosts = ["localhost", "127.0.0.1", "[::1]"]
    return hosts.contains { host in
      guard authority.hasPrefix(host) else { return false }
      let rest = authority.dropFirst(host.utf8.count)
      return rest.isEmpty || (rest.first == ":" && rest.dropFirst().utf8.allSatisfy(\.isASCIIDigit))
    }
  }

  private func accepts(_ field: String?) -> Bool {
    guard let field else { return true }
    return field.contains("application/json") || field.contains("*/*")
      || field.contains("application/*")
  }
}
