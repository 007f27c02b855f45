import Engine
import HTTPServer
import Primitives
import Testing

@testable import WebApp

struct ToolEndpointTests {
  private let endpoint: ToolEndpoint
  private let fixture: SiteFixture

  init() throws {
    fixture = try SiteFixture()
    endpoint = ToolEndpoint(ToolServer(library: fixture.library))
  }

  private func post(
    _ body: String, path: String = "/mcp", method: String = "POST", _ header: (String, String)...
  ) -> Response {
    endpoint.answer(
      Request(
        method: method, path: path, header: header.map { HeaderField($0.0, $0.1) },
        body: Array(body.utf8)))
  }

  private let ping = #"{"jsonrpc":"2.0","id":1,"method":"ping"}"#

  @Test func `a message is answered with JSON, a notification with nothing`() throws {
    let answer = post(ping, ("Accept", "application/json, text/event-stream"))
    #expect(answer.status == .ok)
    #expect(try JSONParser.parse(answer.body)["id"] == .number("1"))
    let notice = post(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#)
    #expect(notice.status == .accepted)
    #expect(notice.body.isEmpty)
  }

  @Test(arguments: [
    "https://evil.example", "http://127.0.0.1.evil.example", "null",
    "http://evil.example/localhost",
    "http://[::2]:80",
  ]) func `pages of other sites are refused`(origin: String) {
    #expect(post(ping, ("Origin", origin)).status == .forbidden)
  }

  @Test(arguments: ["http://localhost:3000", "http://127.0.0.1", "http://[::1]:9"])
  func `pages of this machine are answered`(origin: String) {
    #expect(post(ping, ("Origin", origin)).status == .ok)
  }

  @Test func `what the transport does not have is refused with the reason`() {
    #expect(post("", method: "GET").status == .methodNotAllowed)
    #expect(post("", method: "DELETE").status == .methodNotAllowed)
    #expect(post(ping, path: "/").status == .notFound)
    #expect(post(ping, ("Accept", "text/html")).status == .notAcceptable)
    #expect(post(ping, ("MCP-Protocol-Version", "1999-01-01")).status == .badRequest)
  }

  @Test func `what is no JSON is an error of the protocol, not a crash`() throws {
    let answer = post("{")
    #expect(try JSONParser.parse(answer.body)["error"] != nil)
  }
}
