import TestSupport
import Testing

@testable import Fetching

struct PosterTests {
  private func post(
    _ url: String, token: String? = nil, _ change: (inout FetchPolicy) -> Void = { _ in }
  ) throws -> FetchResponse {
    var policy = FetchPolicy()
    policy.allowsLoopback = true
    policy.timeoutSeconds = 2
    change(&policy)
    return try Poster(policy: policy).post(
      PostRequest(url: url, body: Array("{\"a\":1}".utf8), token: token))
  }

  @Test func `a document is sent with its type and its key`() throws {
    let server = try ScriptedServer { _, _ in .init(type: "application/json", "{}") }
    let answer = try post("\(server.url)/v1", token: "secret-1")
    #expect(answer.body == Array("{}".utf8))
    let head = try #require(server.requests.first)
    #expect(head.hasPrefix("POST /v1 HTTP/1.1\r\n"))
    #expect(head.contains("Content-Type: application/json\r\n"))
    #expect(head.contains("Content-Length: 7\r\n"))
    #expect(head.contains("Authorization: Bearer secret-1\r\n"))
    #expect(!head.contains("Expect:"))
  }

  @Test func `a redirect is refused and nothing goes further`() throws {
    for status in ["301 Moved", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"] {
      let server = try ScriptedServer { _, _ in .init(status, ["Location: /elsewhere"]) }
      let error = #expect(throws: FetchError.self) { try post(server.url, token: "k") }
      #expect(error?.description.contains("redirects, and what is sent goes nowhere else") == true)
      #expect(server.requests.count == 1)
    }
  }

  @Test func `this machine is asked only when that is allowed, other private addresses never`()
    throws
  {
    let server = try ScriptedServer { _, _ in .init("200 OK") }
    let error = #expect(throws: FetchError.self) {
      try post(server.url) { $0.allowsLoopback = false }
    }
    #expect(error?.description.contains("a private address") == true)
    #expect(server.requests.isEmpty)
    for url in ["http://10.0.0.1/", "http://169.254.169.254/latest", "http://192.168.0.1/"] {
      let error = #expect(throws: FetchError.self) { try post(url) }
      #expect(error?.description.contains("a private address") == true)
    }
  }

  @Test func `a key goes to this machine or by encryption, and holds no line of its own`() throws {
    for url in ["http://outlet.example/v1", "http://127.0.0.1.outlet.example/"] {
      let error = #expect(throws: FetchError.self) { try post(url, token: "k") }
      #expect(error?.description.contains("not sent without encryption") == true)
    }
    let server = try ScriptedServer { _, _ in .init("200 OK") }
    #expect(throws: FetchError.self) { try post(server.url, token: "k\r\nX-Evil: 1") }
    #expect(server.requests.isEmpty)
  }

  @Test func `an endless, a silent and a failing server are given up`() throws {
    let endless = try ScriptedServer { _, _ in
      .init(raw: "HTTP/1.1 200 OK\r\n\r\n", endless: String(repeating: "x", count: 65_536))
    }
    #expect(throws: FetchError.tooLarge(url: "\(endless.url)/", limit: 1 << 20)) {
      try post(endless.url) { $0.maximumBytes = 1 << 20 }
    }
    let silent = try ScriptedServer { _, _ in .init(raw: "") }
    #expect(throws: FetchError.self) { try post(silent.url) }
    let dripping = try ScriptedServer { _, _ in
      .init(raw: "HTTP/1.1 200 OK\r\n\r\n", endless: "x", pause: 0.05)
    }
    #expect(throws: FetchError.self) { try post(dripping.url) { $0.timeoutSeconds = 1 } }
    let failing = try ScriptedServer { _, _ in .init("500 Oops") }
    #expect(
      throws: FetchError.status(url: "\(failing.url)/", code: 500, retryAfterSeconds: nil)
    ) { try post(failing.url) }
  }

  @Test(arguments: [
    ("http://localhost:80/", true), ("http://127.0.0.1/", true), ("http://127.8.9.1/", true),
    ("http://[::1]:9/", true), ("http://127.0.0.1.example/", false), ("http://10.0.0.1/", false),
    ("http://0.0.0.0/", false), ("https://localhost.example/", false),
  ])
  func `this machine is told by its names`(url: String, isOwn: Bool) {
    #expect(WebAddress(url)?.isThisMachine == isOwn)
  }

  @Test func `its addresses are told by their bytes`() {
    #expect(AddressGuard.isLoopback([127, 0, 0, 1]))
    #expect(AddressGuard.isLoopback([UInt8](repeating: 0, count: 15) + [1]))
    #expect(!AddressGuard.isLoopback([128, 0, 0, 1]))
    #expect(!AddressGuard.isLoopback([UInt8](repeating: 0, count: 16)))
    #expect(!AddressGuard.isLoopback([]))
  }
}
