import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Fetching

/// A clock that only moves when somebody waits.
private final class TestClock: Sendable {
  private let time = Mutex(1_700_000_000.0)
  var now: Double { time.withLock { $0 } }
  func advance(_ seconds: Double) { time.withLock { $0 += seconds } }
}

struct FetcherTests {
  private let clock = TestClock()

  private func fetcher(_ change: (inout FetchPolicy) -> Void = { _ in }) -> Fetcher {
    var policy = FetchPolicy()
    policy.allowsPrivateAddresses = true
    policy.obeysRobots = false
    policy.timeoutSeconds = 5
    change(&policy)
    return Fetcher(
      policy: policy, clock: { [clock] in clock.now }, pause: { [clock] in clock.advance($0) })
  }

  private func fetch(_ url: String, with fetcher: Fetcher) throws -> FetchResponse {
    try fetcher.fetch(FetchRequest(url: url))
  }

  @Test func `a page comes with what makes the next request conditional`() throws {
    let server = try ScriptedServer { _, head in
      head.contains("If-None-Match: \"v1\"")
        ? .init("304 Not Modified")
        : .init("200 OK", ["ETag: \"v1\"", "Content-Type: text/html"], body: Array("words".utf8))
    }
    let first = try fetch("\(server.url)/a", with: fetcher())
    #expect(first.body == Array("words".utf8))
    #expect(first.entityTag == "\"v1\"")
    #expect(first.contentType == "text/html")
    let request = FetchRequest(url: "\(server.url)/a", entityTag: first.entityTag)
    let second = try fetcher().fetch(request)
    #expect(second.isUnchanged)
    #expect(second.body.isEmpty)
  }

  @Test func `a stored validator cannot smuggle in a header`() throws {
    let server = try ScriptedServer { _, _ in .init("200 OK") }
    let request = FetchRequest(url: server.url, entityTag: "x\r\nCookie: stolen")
    _ = try fetcher().fetch(request)
    #expect(server.requests.first?.contains("stolen") == false)
  }

  @Test func `permanent redirects tell where the feed has moved`() throws {
    let server = try ScriptedServer { path, _ in
      switch path {
      case "/old": .init("301 Moved", ["Location: /new"])
      case "/later": .init("302 Found", ["Location: new"])
      default: .init("200 OK", body: Array("here".utf8))
      }
    }
    let moved = try fetch("\(server.url)/old", with: fetcher())
    #expect(moved.movedTo == "\(server.url)/new")
    let passing = try fetch("\(server.url)/later", with: fetcher())
    #expect(passing.movedTo == nil)
    #expect(passing.url == "\(server.url)/new")
  }

  @Test func `a circle of redirects ends`() throws {
    let server = try ScriptedServer { _, _ in .init("302 Found", ["Location: /again"]) }
    #expect(throws: FetchError.self) { try fetch(server.url, with: fetcher()) }
    #expect(server.requests.count == 6)
  }

  @Test(arguments: [
    "file:///etc/passwd", "gopher://127.0.0.1/", "ftp://127.0.0.1/x", "/etc/passwd", "",
  ])
  func `only web addresses are fetched, not even after a redirect`(target: String) throws {
    #expect(throws: FetchError.unsupportedAddress(url: target)) {
      try fetch(target, with: fetcher())
    }
    let server = try ScriptedServer { _, _ in .init("302 Found", ["Location: file:///etc/passwd"]) }
    #expect(throws: FetchError.unsupportedAddress(url: "file:///etc/passwd")) {
      try fetch(server.url, with: fetcher())
    }
  }

  @Test func `private addresses are refused before anything is sent`() throws {
    let server = try ScriptedServer { _, _ in .init("200 OK") }
    let careful = fetcher { $0.allowsPrivateAddresses = false }
    for url in [server.url, server.url.replacing("127.0.0.1", with: "localhost")] {
      let error = #expect(throws: FetchError.self) { try fetch(url, with: careful) }
      #expect(error?.description.contains("a private address") == true)
    }
    #expect(server.requests.isEmpty)
  }

  @Test func `an endless body is cut off at the limit`() throws {
    let server = try ScriptedServer { _, _ in
      .init(raw: "HTTP/1.1 200 OK\r\n\r\n", endless: String(repeating: "x", count: 65_536))
    }
    let small = fetcher { $0.maximumBytes = 1 << 20 }
    #expect(throws: FetchError.tooLarge(url: "\(server.url)/", limit: 1 << 20)) {
      try fetch(server.url, with: small)
    }
  }

  @Test func `endless header fields are cut off`() throws {
    let server = try ScriptedServer { _, _ in
      .init(raw: "HTTP/1.1 200 OK\r\n", endless: (0..<500).map { "X-\($0): y\r\n" }.joined())
    }
    #expect(throws: FetchError.self) { try fetch(server.url, with: fetcher()) }
  }

  @Test func `a server that says nothing is given up`() throws {
    let server = try ScriptedServer { _, _ in .init(raw: "") }
    let error = #expect(throws: FetchError.self) { try fetch(server.url, with: fetcher()) }
    #expect(error?.description.contains("could not be fetched") == true)
  }

  @Test func `a busy host is left alone for as long as it asks`() throws {
    let server = try ScriptedServer { _, _ in
      .init("503 Service Unavailable", ["Retry-After: 120"])
    }
    let polite = fetcher()
    #expect(throws: FetchError.status(url: "\(server.url)/a", code: 503, retryAfterSeconds: 120)) {
      try fetch("\(server.url)/a", with: polite)
    }
    #expect(throws: FetchError.waiting(url: "\(server.url)/b", seconds: 120)) {
      try fetch("\(server.url)/b", with: polite)
    }
    #expect(server.requests.count == 1)
    clock.advance(121)
    #expect(throws: FetchError.self) { try fetch("\(server.url)/b", with: polite) }
    #expect(server.requests.count == 2)
  }

  @Test func `requests to one host are spaced`() throws {
    let server = try ScriptedServer { _, _ in .init("200 OK") }
    let polite = fetcher()
    let start = clock.now
    for _ in 0..<3 { _ = try fetch(server.url, with: polite) }
    #expect(clock.now - start == 2 * polite.policy.hostPauseSeconds)
  }

  @Test func `robots txt is asked once and obeyed`() throws {
    let server = try ScriptedServer { path, _ in
      path == "/robots.txt"
        ? .init("200 OK", body: Array("User-agent: *\nDisallow: /private\n".utf8)) : .init("200 OK")
    }
    let obedient = fetcher { $0.obeysRobots = true }
    _ = try fetch("\(server.url)/open", with: obedient)
    #expect(throws: FetchError.disallowedByRobots(url: "\(server.url)/private/a")) {
      try fetch("\(server.url)/private/a", with: obedient)
    }
    #expect(
      server.requests.map { $0.prefix { $0 != "\r\n" } } == [
        "GET /robots.txt HTTP/1.1", "GET /open HTTP/1.1",
      ])
  }

  @Test(arguments: [("404 Not Found", true), ("500 Oops", false)])
  func `no robots txt allows all, a broken one nothing`(status: String, isAllowed: Bool) throws {
    let server = try ScriptedServer { path, _ in
      path == "/robots.txt" ? .init(status) : .init("200 OK")
    }
    let obedient = fetcher { $0.obeysRobots = true }
    let response = try? fetch("\(server.url)/a", with: obedient)
    #expect((response != nil) == isAllowed)
  }
}

/// Answers that are wrong, endless or in the wrong place.
struct HostileAnswerTests {
  private let clock = TestClock()

  private func fetch(
    _ url: String, _ change: (inout FetchPolicy) -> Void = { _ in }
  ) throws -> FetchResponse {
    var policy = FetchPolicy()
    policy.allowsPrivateAddresses = true
    policy.obeysRobots = false
    policy.timeoutSeconds = 2
    change(&policy)
    let fetcher = Fetcher(
      policy: policy, clock: { [clock] in clock.now }, pause: { [clock] in clock.advance($0) })
    return try fetcher.fetch(FetchRequest(url: url))
  }

  /// Zeros, packed by the gzip of the system to a thousandth.
  private func bomb(megabytes: Int) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "head -c \(megabytes << 20) /dev/zero | gzip -9"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Array(data)
  }

  @Test func `a body that unpacks beyond the limit is refused`() throws {
    let packed = try bomb(megabytes: 64)
    #expect(packed.count < 1 << 20)
    let server = try ScriptedServer { _, _ in
      .init("200 OK", ["Content-Encoding: gzip"], body: packed)
    }
    #expect(throws: FetchError.tooLarge(url: "\(server.url)/", limit: 1 << 20)) {
      try fetch(server.url) { $0.maximumBytes = 1 << 20 }
    }
  }

  @Test func `a body that drips is given up when the time is over`() throws {
    let server = try ScriptedServer { _, _ in
      .init(raw: "HTTP/1.1 200 OK\r\n\r\n", endless: "x", pause: 0.05)
    }
    let error = #expect(throws: FetchError.self) {
      try fetch(server.url) { $0.timeoutSeconds = 1 }
    }
    #expect(error?.description.contains("could not be fetched") == true)
  }

  @Test(arguments: ["Content-Length: 500", "Transfer-Encoding: chunked"])
  func `half a body is no body`(header: String) throws {
    let start = header.hasPrefix("T") ? "1f4\r\nhalf" : "half"
    let server = try ScriptedServer { _, _ in
      .init(raw: "HTTP/1.1 200 OK\r\n\(header)\r\n\r\n\(start)")
    }
    #expect(throws: FetchError.self) { try fetch(server.url) }
  }

  @Test func `a body is not longer than it was said to be`() throws {
    let server = try ScriptedServer { _, _ in
      .init(raw: "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nhalf and more")
    }
    #expect(try fetch(server.url).body == Array("half".utf8))
  }

  @Test func `a server without encryption at an encrypted address is refused`() throws {
    let server = try ScriptedServer { _, _ in .init("200 OK") }
    let error = #expect(throws: FetchError.self) {
      try fetch(server.url.replacing("http:", with: "https:"))
    }
    #expect(error?.description.contains("could not be fetched") == true)
  }

  @Test func `nothing is unchanged of which nothing is known`() throws {
    let server = try ScriptedServer { _, _ in .init("304 Not Modified") }
    #expect(throws: FetchError.status(url: "\(server.url)/", code: 304, retryAfterSeconds: nil)) {
      try fetch(server.url)
    }
  }

  @Test(
    arguments: [
      ("text/html; charset=ISO-8859-1", "text/html", "iso-8859-1"),
      ("Text/XML;Charset=\"utf-8\"; x=y", "text/xml", "utf-8"), ("text/html", "text/html", nil),
      ("; charset=", nil, nil),
    ] as [(String, String?, String?)])
  func `the media type and the character set are told`(
    header: String, type: String?, charset: String?
  ) throws {
    let server = try ScriptedServer { _, _ in .init("200 OK", ["Content-Type: \(header)"]) }
    let response = try fetch(server.url)
    #expect(response.mediaType == type)
    #expect(response.charset == charset)
  }

  @Test func `a fetch ends when the program is to end`() throws {
    let server = try ScriptedServer { _, _ in
      .init(raw: "HTTP/1.1 200 OK\r\n\r\n", endless: "x", pause: 0.05)
    }
    let asked = Mutex(0)
    #expect(throws: FetchError.cancelled(url: "\(server.url)/")) {
      try fetch(server.url) { policy in
        policy.timeoutSeconds = 60
        policy.isCancelled = {
          asked.withLock { asked in
            asked += 1
            return asked > 3
          }
        }
      }
    }
  }

  @Test func `a broken robots txt is asked again after a while, a sound one after a day`() throws {
    let isBroken = Mutex(true)
    let server = try ScriptedServer { path, _ in
      path == "/robots.txt" && isBroken.withLock { $0 } ? .init("503 Oops") : .init("200 OK")
    }
    var policy = FetchPolicy()
    policy.allowsPrivateAddresses = true
    let fetcher = Fetcher(
      policy: policy, clock: { [clock] in clock.now }, pause: { [clock] in clock.advance($0) })
    let request = FetchRequest(url: "\(server.url)/a")
    for _ in 0..<3 {
      #expect(
        throws: FetchError.robotsUnavailable(url: "\(server.url)/a", status: 503, seconds: 1800)
      ) { try fetcher.fetch(request) }
    }
    #expect(server.requests.count == 1)
    isBroken.withLock { $0 = false }
    clock.advance(1801)
    for _ in 0..<3 { _ = try fetcher.fetch(request) }
    #expect(server.requests.count == 5)
    clock.advance(86_400)
    _ = try fetcher.fetch(request)
    #expect(server.requests.count == 7)
  }
}
