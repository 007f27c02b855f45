import HTTPServer
import Primitives
import Testing

struct LimitTests {
  private let settings = ServerSettings(
    port: 0,
    limits: RequestLimits(headerBytes: 8192, bodyBytes: 1000, connections: 10, idleSeconds: 5),
    methods: ["GET", "HEAD", "POST"])

  private func exchange(_ request: String) throws -> Reply {
    let server = try Server(settings: settings) { .text("\($0.body.count) bytes") }
    defer { server.stop() }
    return try LoopbackClient(port: server.port).exchange(Array(request.utf8))
  }

  private func post(_ fields: String, _ body: String) -> String {
    "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\(fields)\r\n\r\n\(body)"
  }

  @Test func `a body within the limit reaches the handler`() throws {
    let reply = try exchange(post("Content-Length: 1000", String(repeating: "x", count: 1000)))
    #expect(reply.status == 200)
    #expect(reply.body == "1000 bytes\n")
  }

  @Test func `a body over the limit is refused with 413 by its stated length`() throws {
    let reply = try exchange(post("Content-Length: 1001", ""))
    #expect(reply.status == 413)
    #expect(reply.body.contains("1000 bytes"))
  }

  @Test func `a body in chunks over the limit is refused with 413`() throws {
    let chunk = "190\r\n" + String(repeating: "x", count: 400) + "\r\n"
    let body = String(repeating: chunk, count: 4) + "0\r\n\r\n"
    #expect(try exchange(post("Transfer-Encoding: chunked", body)).status == 413)
  }

  @Test func `a header over the limit is refused`() throws {
    let long = "X-Long: " + String(repeating: "x", count: 20_000)
    let reply = try exchange("GET / HTTP/1.1\r\nHost: a\r\n\(long)\r\n\r\n")
    #expect([400, 413, 414, 431].contains(reply.status))
  }

  @Test(arguments: ["\r\n\r\n", "GET\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n", "GET / HTTP/9.9\r\n\r\n"])
  func `bytes that are no request do not stop the server`(bytes: String) throws {
    let server = try Server(settings: settings) { _ in .text("still here") }
    defer { server.stop() }
    let client = LoopbackClient(port: server.port)
    let request = "GET / HTTP/1.0\r\n\r\n"
    _ = try client.exchange(Array(bytes.utf8) + Array(request.utf8))
    #expect(try client.get("/").body == "still here\n")
  }
}
