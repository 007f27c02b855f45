import Engine
import HTTPServer
import NewsModel
import Primitives
import Testing

@testable import WebApp

struct WebServerTests {
  private let fixture: SiteFixture
  private let server: WebServer

  init() throws {
    fixture = try SiteFixture()
    server = WebServer(site: fixture.site)
  }

  private func text(_ response: Response) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  @Test func `the served pages have the bytes of the exported ones`() throws {
    for path in try fixture.site.paths()
    where path != "search.html" && path != "ask.html" && path != "assets/search-index.js" {
      let page = try #require(try fixture.site.page(at: path))
      #expect(server.answer(Request(path: "/" + path)).body == page.body, "\(path)")
    }
    #expect(
      server.answer(Request(path: "/")).body == server.answer(Request(path: "/index.html")).body)
  }

  @Test func `a client that asks too often is told when to come back, pages are not counted`()
    throws
  {
    let bounded = WebServer(
      site: fixture.site, limiter: RateLimiter(perSecond: 1, burst: 2, now: { 0 }))
    func ask(_ path: String, from client: String) -> Response {
      bounded.answer(Request(path: path, client: client))
    }
    #expect(ask("/api/v1/topics", from: "a").status == .ok)
    #expect(ask("/search", from: "a").status == .ok)
    let refused = ask("/api/v1/topics", from: "a")
    #expect(refused.status == .tooManyRequests)
    #expect(refused.header.contains(HeaderField("Retry-After", "1")))
    #expect(ask("/index.html", from: "a").status == .ok)
    #expect(ask("/api/v1/topics", from: "b").status == .ok)
  }

  @Test func `behind a proxy a client is the one that the proxy names`() throws {
    let bounded = WebServer(
      site: fixture.site, limiter: RateLimiter(perSecond: 1, burst: 1, now: { 0 }),
      trustsProxy: true)
    func ask(_ forwarded: String) -> Response.Status {
      bounded.answer(
        Request(
          path: "/api/v1/topics", header: [HeaderField("X-Forwarded-For", forwarded)],
          client: "127.0.0.1")
      ).status
    }
    #expect(ask("forged, 10.0.0.1") == .ok)
    #expect(ask("other, 10.0.0.1") == .tooManyRequests)
    #expect(ask("10.0.0.2") == .ok)
  }

  @Test func `a search shows sentences with the words marked`() {
    let request = Request(path: "/search", query: [QueryItem("q", "lock inspections")])
    let response = server.answer(request)
    #expect(response.status == .ok)
    #expect(text(response).contains("<mark>inspections</mark>"))
    #expect(text(response).contains("articles/tide-1.html#b"))
  }

  @Test(arguments: [
    "", "zzzz", "\"", "<script>alert(1)</script>", "a OR b NOT \"", "*", "\u{0}", "title:x",
  ])
  func `any search is answered`(query: String) {
    for page in ["1", "-4", "99999999999999999999", "x"] {
      let request = Request(
        path: "/search.html", query: [QueryItem("q", query), QueryItem("page", page)])
      let response = server.answer(request)
      #expect(response.status == .ok)
      #expect(!text(response).contains("<script>"))
    }
  }

  @Test func `a question is answered with a cited sentence`() throws {
    let request = Request(
      path: "/ask",
      query: [QueryItem("q", "When will the harbour board of Quay close the old lock?")])
    let response = server.answer(request)
    #expect(response.status == .ok)
    #expect(text(response).contains("articles/tide-1.html#b"))
    #expect(text(response).contains("Looked through four articles"))
  }

  @Test func `a question that no article answers gets silence and the nearest sentences`() {
    let request = Request(
      path: "/ask", query: [QueryItem("q", "Who painted the lighthouse of Norham?")])
    #expect(text(server.answer(request)).contains("Not in these articles"))
  }

  @Test(arguments: ["", " ", "?", "\"", "<script>alert(1)</script>", "who", "\u{0}"])
  func `any question is answered`(question: String) {
    let response = server.answer(Request(path: "/ask.html", query: [QueryItem("q", question)]))
    #expect(response.status == .ok)
    #expect(!text(response).contains("<script>alert"))
  }

  @Test func `a page that does not exist is answered with 404 and links that fit the address`() {
    let response = server.answer(Request(path: "/no/such/page.html"))
    #expect(response.status == .notFound)
    #expect(text(response).contains("href=\"../../assets/site.css\""))
    #expect(server.answer(Request(path: "/assets/search-index.js")).status == .notFound)
  }

  @Test func `an address without its ending leads to the page`() {
    let response = server.answer(Request(path: "/articles/post-1"))
    #expect(response.status == .movedPermanently)
    #expect(response.header.contains(HeaderField("Location", "/articles/post-1.html")))
  }

  @Test func `the site answers on a port of this machine`() throws {
    let running = try server.start(port: 0)
    defer { running.stop() }
    #expect(running.port > 0)
    #expect(running.address == "127.0.0.1")
  }
}
