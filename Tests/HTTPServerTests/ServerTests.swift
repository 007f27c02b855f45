import HTTPServer
import Primitives
import Testing

/// Runs a server on a free port of this machine while the body runs.
private func withServer(
  settings: ServerSettings = ServerSettings(port: 0),
  handler: @escaping RequestHandler = { .text("\($0.method) \($0.path)") },
  _ body: (LoopbackClient) throws -> Void
) throws {
  let server = try Server(settings: settings, handler: handler)
  defer { server.stop() }
  try body(LoopbackClient(port: server.port))
}

struct ServerTests {
  @Test func `a request is answered with what the handler says`() throws {
    try withServer { client in
      let reply = try client.get("/topics/tokyo.html")
      #expect(reply.status == 200)
      #expect(reply.body == "GET /topics/tokyo.html\n")
      #expect(reply.field("Content-Type") == "text/plain; charset=utf-8")
    }
  }

  @Test func `HEAD has the header of GET and no body`() throws {
    try withServer(handler: { _ in .text("seven") }) { client in
      let reply = try client.get("/", method: "HEAD")
      #expect(reply.status == 200)
      #expect(reply.field("Content-Length") == "6")
      #expect(reply.body == "")
    }
  }

  @Test func `path and query are decoded`() throws {
    let handler: RequestHandler = { request in
      .text(
        request.path + "|" + request.query.map { "\($0.name)=\($0.value)" }.joined(separator: "|"))
    }
    try withServer(handler: handler) { client in
      let reply = try client.get("/a%20b/%C3%A9?q=Seoul+and%20Tokyo&empty=&flag&q=%26")
      #expect(reply.body == "/a b/é|q=Seoul and Tokyo|empty=|flag=|q=&\n")
    }
  }

  @Test(arguments: [
    "/%", "/%4", "/%zz", "/%ff", "/%C3", "/%00", "/a%0Ab", "/%5C", "/../secret", "/a/%2e%2e/b",
    "/./a", "/?q=%", "/?q=%ff", "/?%=1", "no-slash", "*", "ftp://host/",
  ])
  func `a malformed address is refused with 400`(target: String) throws {
    try withServer { client in
      let reply = try client.get(target)
      #expect(reply.status == 400)
      #expect(reply.field("X-Content-Type-Options") == "nosniff" || reply.body.contains("html"))
    }
  }

  @Test(arguments: ["http://elsewhere.example/a?q=1", "HTTPS://x/a?q=1"])
  func `the absolute form of an address is understood`(target: String) throws {
    try withServer { client in
      let reply = try client.get(target)
      #expect(reply.body == "GET /a\n")
    }
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "BREW"])
  func `a method that changes things is refused with 405 and the allowed ones`(
    method: String
  ) throws {
    try withServer { client in
      let reply = try client.get("/", method: method, fields: ["Content-Length: 0"])
      #expect(reply.status == 405)
      #expect(reply.field("Allow") == "GET, HEAD")
    }
  }

  @Test func `an unchanged page is not sent again`() throws {
    try withServer { client in
      let tag = try #require(try client.get("/a").field("ETag"))
      for field in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
        let reply = try client.get("/a", fields: ["If-None-Match: \(field)"])
        #expect(reply.status == 304)
        #expect(reply.body == "")
        #expect(reply.field("ETag") == tag)
      }
      #expect(try client.get("/b", fields: ["If-None-Match: \(tag)"]).status == 200)
    }
  }

  @Test func `every answer carries the security fields`() throws {
    try withServer(handler: { _ in .text("none", status: .notFound) }) { client in
      let missing = try client.get("/")
      #expect(missing.status == 404)
      for reply in [missing, try client.get("/", method: "POST"), try client.get("/%")] {
        let policy = try #require(reply.field("Content-Security-Policy"))
        #expect(policy.contains("default-src 'none'"))
        #expect(policy.contains("frame-ancestors 'none'"))
        #expect(!policy.contains("unsafe"))
        #expect(reply.field("X-Content-Type-Options") == "nosniff")
        #expect(reply.field("Referrer-Policy") == "no-referrer")
      }
    }
  }

  @Test func `a line break in a field of the handler cannot start another field`() throws {
    let handler: RequestHandler = { _ in
      .text("x", header: [HeaderField("X-Title", "a\r\nSet-Cookie: b")])
    }
    try withServer(handler: handler) { client in
      let reply = try client.get("/")
      #expect(reply.status == 200)
      #expect(reply.field("Set-Cookie") == nil)
    }
  }

  @Test func `a connection serves several requests`() throws {
    try withServer { client in
      let one = "GET /1 HTTP/1.1\r\nHost: a\r\n\r\n"
      let two = "GET /2 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
      let reply = try client.exchange(Array((one + two).utf8))
      #expect(reply.body.contains("GET /1\n"))
      #expect(reply.body.hasSuffix("GET /2\n"))
    }
  }
}
