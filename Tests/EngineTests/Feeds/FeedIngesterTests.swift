import Engine
import NewsModel
import Primitives
import Synchronization
import TestSupport
import Testing

/// What feeds bring, from a server of our own and a clock that a test moves.
struct FeedIngesterTests {
  @Test func `items with their text are filed, others are followed to their page`() throws {
    let server = try ScriptedServer { path, head in
      switch path {
      case "/feed":
        let host =
          "http://"
          + (head.split(separator: "Host: ").last?.prefix { $0 != "\r" && $0 != "\r\n" } ?? "")
        return .init(
          type: QuayNews.rssType,
          QuayNews.rss(
            QuayNews.item("crane", link: "\(host)/crane?utm_source=rss")
              + QuayNews.fullItem("lock", link: "\(host)/lock", text: QuayNews.text("lock"))))
      case "/crane": return .init(type: QuayNews.htmlType, QuayNews.page("crane"))
      default: return .missing
      }
    }
    let fixture = try FeedFixture()
    try fixture.register("\(server.url)/feed")
    let report = try fixture.run()
    #expect(report.added == 2)
    #expect(report.refused + report.summaries + report.failed == 0)
    #expect(server.paths == ["/feed", "/crane"])
    let articles = try fixture.articles()
    let crane = try #require(articles.first { $0.url?.hasSuffix("/crane") == true })
    #expect(crane.title == "The crane is to be mended")
    #expect(crane.published?.description == "2024-01-01T10:00:00Z")
    #expect(articles.contains { $0.text.contains("the lock would be mended") })
  }

  @Test func `a feed is asked for with what it said last, and a known page is left alone`() throws {
    let server = try ScriptedServer { path, head in
      switch path {
      case "/feed" where head.contains("If-None-Match: \"f1\""): .init("304 Not Modified")
      case "/feed":
        .init(
          "200 OK", ["ETag: \"f1\""], type: QuayNews.rssType,
          QuayNews.rss(QuayNews.item("crane", link: "/crane")).replacing(
            "https://quay.example/", with: Self.base(head)))
      default: .init(type: QuayNews.htmlType, QuayNews.page("crane"))
      }
    }
    let fixture = try FeedFixture()
    try fixture.register("\(server.url)/feed")
    #expect(try fixture.run().added == 1)
    #expect(try fixture.run() == FeedReport())
    let second = try fixture.runWhenDue()
    #expect(second.unchanged == 1)
    #expect(second.added == 0)
    #expect(server.paths == ["/feed", "/crane", "/feed"])
  }

  /// The address of the server that a request came to.
  static func base(_ head: String) -> String {
    let line = head.split(whereSeparator: \.isNewline).first { $0.hasPrefix("Host: ") }
    return "http://\(line?.dropFirst(6) ?? "")/"
  }

  /// A server of one feed and its pages, whose content a test changes.
  private func news(_ state: SharedNews) throws -> ScriptedServer {
    try ScriptedServer { path, head in
      let reply = state.reply(path)
      return path == "/feed"
        ? .init(
          type: QuayNews.rssType,
          reply.replacing("https://quay.example/", with: Self.base(head)))
        : reply.isEmpty ? .missing : .init(type: QuayNews.htmlType, reply)
    }
  }

  @Test func `a changed item brings a new version of the same article`() throws {
    let state = SharedNews(
      feed: QuayNews.rss(QuayNews.item("crane", link: "/crane")), page: QuayNews.page("crane"))
    let server = try news(state)
    let fixture = try FeedFixture()
    try fixture.register("\(server.url)/feed")
    try fixture.run()
    state.set(
      feed: QuayNews.rss(QuayNews.item("crane", link: "/crane", summary: "It was mended.")),
      page: QuayNews.page("crane").replacing("on day 3", with: "on day 4"))
    #expect(try fixture.runWhenDue().added == 1)
    let id = try #require(try fixture.library.articleIDs().first)
    #expect(try fixture.library.articleIDs().count == 1)
    let view = try #require(try fixture.library.article(id))
    #expect(view.ordinals == [1, 2])
    #expect(view.filed.version.article.text.contains("on day 4"))
    // The page has no date of its own: the change is dated with the time at which it was seen.
    #expect(view.filed.version.article.modified?.secondsSinceEpoch ?? 0 >= 1_710_000_000)
    #expect(try LibraryVerifier(library: fixture.library, jobs: 1).faults().isEmpty)
  }

  @Test func `an item that says something else of an unchanged page makes no version`() throws {
    let state = SharedNews(
      feed: QuayNews.rss(QuayNews.item("crane", link: "/crane")), page: QuayNews.page("crane"))
    let server = try news(state)
    let fixture = try FeedFixture()
    try fixture.register("\(server.url)/feed")
    try fixture.run()
    state.set(
      feed: QuayNews.rss(QuayNews.item("crane", link: "/crane", summary: "At last.")),
      page: QuayNews.page("crane").replacing("</article>", with: "</article><a href='/x'>More</a>"))
    #expect(try fixture.runWhenDue().added == 0)
    #expect(server.paths == ["/feed", "/crane", "/feed", "/crane"])
  }

  @Test func `an article that goes back to what it was is a third version`() throws {
    let state = SharedNews(
      feed: QuayNews.rss(QuayNews.item("crane", link: "/crane")), page: QuayNews.page("crane"))
    let server = try news(state)
    let fixture = try FeedFixture()
    try fixture.register("\(server.url)/feed")
    try fixture.run()
    for (summary, word) in [("b", "derrick"), ("c", "crane")] {
      state.set(
        feed: QuayNews.rss(QuayNews.item("crane", link: "/crane", summary: summary)),
        page: QuayNews.page(word))
      #expect(try fixture.runWhenDue().added == 1)
    }
    let id = try #require(try fixture.library.articleIDs().first)
    let view = try #require(try fixture.library.article(id))
    #expect(view.ordinals == [1, 2, 3])
    #expect(view.filed.version.article.text.contains("the crane would"))
  }

  @Test func `an item that moves to another address stays the same article`() throws {
    let state = SharedNews(
      feed: QuayNews.rss(QuayNews.item("crane", link: "/crane")), page: QuayNews.page("crane"))
    let server = try news(state)
    let fixture = try FeedFixture()
    try fixture.register("\(server.url)/feed")
    try fixture.run()
    state.set(
      feed: QuayNews.rss(QuayNews.item("crane", link: "/crane-mended")),
      page: QuayNews.page("crane").replacing("on day 3", with: "on day 4"))
    try fixture.runWhenDue()
    #expect(try fixture.library.articleIDs().count == 1)
    #expect(try fixture.library.overview().versionCount == 2)
  }

  @Test(arguments: [
    ("404 Not Found", "status 404"), ("410 Gone", "status 410"), ("403 Forbidden", "status 403"),
    ("302 Found\r\nLocation: file:///etc/passwd", "not an http or https address"),
    ("302 Found\r\nLocation: gopher://127.0.0.1/", "not an http or https address"),
    ("200 OK\r\nContent-Type: application/pdf", "leads to application/pdf"),
    ("200 OK\r\nContent-Type: text/html", "it is empty"),
  ])
  func `a page that cannot be had leaves what the feed says, and the reason`(
    status: String, reason: String
  ) throws {
    let server = try ScriptedServer { path, head in
      path == "/feed"
        ? .init(
          type: QuayNews.rssType,
          QuayNews.rss(QuayNews.item("crane", link: "/crane")).replacing(
            "https://quay.example/", with: Self.base(head)))
        : path == "/robots.txt" ? .missing : .init(status)
    }
    let fixture = try FeedFixture()
    try fixture.register("\(server.url)/feed")
    let report = try fixture.run()
    #expect(report.summaries == 1)
    #expect(try fixture.articles().map(\.text) == ["It will be mended."])
    let view = try #require(try fixture.library.feeds(notes: 10).first)
    #expect(view.summaries == 1)
    #expect(view.notes.first?.reason.contains(reason) == true, "\(view.notes)")
    #expect(fixture.told.contains { $0.contains(reason) })
  }

  @Test func `robots txt is obeyed for pages, and asked for once`() throws {
    let server = try ScriptedServer { path, head in
      switch path {
      case "/robots.txt":
        .init(type: "text/plain", "User-agent: *\nDisallow: /closed\nCrawl-delay: 7\n")
      case "/feed":
        .init(
          type: QuayNews.rssType,
          QuayNews.rss(
            QuayNews.item("crane", link: "/closed/crane") + QuayNews.item("lock", link: "/lock")
          ).replacing("https://quay.example/", with: Self.base(head)))
      default: .init(type: QuayNews.htmlType, QuayNews.page("lock"))
      }
    }
    let fixture = try FeedFixture()
    try fixture.register("\(server.url)/feed")
    let start = fixture.time.now
    let report = try fixture.run()
    #expect((report.added, report.summaries) == (2, 1))
    #expect(server.paths == ["/feed", "/lock"])
    #expect(server.requests.count { $0.hasPrefix("GET /robots.txt") } == 1)
    #expect(fixture.time.now - start >= 7)
  }

  @Test func `a page whose server is in trouble is tried again, later and later`() throws {
    let state = Mutex(0)
    let server = try ScriptedServer { path, head in
      guard path == "/crane" else {
        return path == "/feed"
          ? .init(
            type: QuayNews.rssType,
            QuayNews.rss(QuayNews.item("crane", link: "/crane")).replacing(
              "https://quay.example/", with: Self.base(head))) : .missing
      }
      let tries = state.withLock { tries in
        tries += 1
        return tries
      }
      return tries < 3 ? .init("500 Oops") : .init(type: QuayNews.htmlType, QuayNews.page("crane"))
    }
    let fixture = try FeedFixture()
    try fixture.register("\(server.url)/feed")
    #expect(try fixture.run().waiting == 1)
    let note = try #require(try fixture.library.feeds(notes: 1).first?.notes.first)
    #expect(note.reason.contains("status 500"))
    let pause = note.due.map { $0.secondsSinceEpoch - Int(fixture.time.now) } ?? 0
    #expect((595...600).contains(pause))
    fixture.time.advance(601)
    #expect(try fixture.run().waiting == 1)
    fixture.time.advance(601)
    #expect(try fixture.run().added == 0)
    fixture.time.advance(1200)
    #expect(try fixture.run().added == 1)
    #expect(try fixture.articles().first?.text.contains("day 5") == true)
    #expect(try fixture.library.feeds(notes: 1).first?.notes.isEmpty == true)
  }

  @Test func `the same page in two feeds is fetched once`() throws {
    let server = try ScriptedServer { path, head in
      path.hasPrefix("/feed")
        ? .init(
          type: QuayNews.rssType,
          QuayNews.rss(QuayNews.item("crane", link: "/crane")).replacing(
            "https://quay.example/", with: Self.base(head)))
        : .init(type: QuayNews.htmlType, QuayNews.page("crane"))
    }
    let fixture = try FeedFixture()
    try fixture.register("\(server.url)/feed-a")
    try fixture.run()
    try fixture.register("\(server.url)/feed-b")
    try fixture.run()
    #expect(server.paths == ["/feed-a", "/crane", "/feed-b"])
    #expect(try fixture.library.articleIDs().count == 1)
    #expect(try fixture.library.feeds().map(\.filed) == [1, 1])
  }

  @Test func `a headline with a script is text, and an item of another scheme is no page`() throws {
    let server = try ScriptedServer { path, _ in
      path == "/feed"
        ? .init(
          type: QuayNews.rssType,
          QuayNews.rss(
            "<item><title>&lt;script&gt;alert(1)&lt;/script&gt; Tide</title><link>javascript:alert(1)</link><description>The tide came in at noon.</description></item>"
              + "<item><title>Secret</title><link>file:///etc/passwd</link></item>")) : .missing
    }
    let fixture = try FeedFixture()
    try fixture.register("\(server.url)/feed")
    let report = try fixture.run()
    #expect((report.added, report.refused) == (1, 1))
    #expect(server.paths == ["/feed"])
    #expect(try fixture.articles().first?.url == nil)
    let notes = try #require(try fixture.library.feeds(notes: 5).first?.notes)
    #expect(notes.map(\.title) == ["Secret"])
  }

  @Test func `the character set that a server declares counts for feeds and pages`() throws {
    let server = try ScriptedServer { path, head in
      func latin(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8($0.value & 0xFF) } }
      switch path {
      case "/feed":
        let feed = QuayNews.rss(QuayNews.item("Crêpe", link: "/page")).replacing(
          "https://quay.example/", with: Self.base(head))
        return .init(
          "200 OK", ["Content-Type: text/xml; charset=ISO-8859-1"], body: latin(feed))
      case "/page":
        let page = QuayNews.page("café", head: "<meta charset=koi8-r>")
        return .init("200 OK", ["Content-Type: text/html; charset=iso-8859-1"], body: latin(page))
      default: return .missing
      }
    }
    let fixture = try FeedFixture()
    try fixture.register("\(server.url)/feed")
    #expect(try fixture.run().added == 1)
    let article = try #require(try fixture.articles().first)
    #expect(article.title == "The café is to be mended")
    #expect(article.text.contains("the café would be mended"))
  }

  @Test func `a page that names the front page or another outlet is named by its own address`()
    throws
  {
    let server = try ScriptedServer { path, head in
      switch path {
      case "/feed":
        .init(
          type: QuayNews.rssType,
          QuayNews.rss(
            QuayNews.item("crane", link: "/crane") + QuayNews.item("lock", link: "/lock")
          ).replacing("https://quay.example/", with: Self.base(head)))
      case "/crane":
        .init(
          type: QuayNews.htmlType,
          QuayNews.page("crane", head: "<link rel=canonical href='\(Self.base(head))'>"))
      case "/lock":
        .init(
          type: QuayNews.htmlType,
          QuayNews.page("lock", head: "<link rel=canonical href='https://other.example/lock'>"))
      default: .missing
      }
    }
    let fixture = try FeedFixture()
    try fixture.register("\(server.url)/feed")
    try fixture.run()
    let urls = try fixture.articles().compactMap(\.url).sorted()
    #expect(urls == ["\(server.url)/crane", "\(server.url)/lock"])
    #expect(Set(try fixture.library.articleIDs()).count == 2)
  }

  @Test func `posts of one page are articles of their own`() throws {
    let server = try ScriptedServer { _, _ in
      .init(
        type: QuayNews.rssType,
        QuayNews.rss(
          ["crane", "lock"].map {
            QuayNews.fullItem($0, link: "https://quay.example/live#\($0)", text: QuayNews.text($0))
          }.joined()))
    }
    let fixture = try FeedFixture()
    try fixture.register("\(server.url)/feed")
    #expect(try fixture.run().added == 2)
    #expect(try fixture.library.articleIDs().count == 2)
  }

  @Test func `a feed of ten thousand items does not keep another one waiting`() throws {
    let server = try ScriptedServer { path, head in
      switch path {
      case "/big":
        .init(
          type: QuayNews.rssType,
          QuayNews.rss(
            (1...10_000).map {
              "<item><link>http://127.0.0.1:1/\($0)</link><title>\($0)</title></item>"
            }.joined()))
      case "/small":
        .init(
          type: QuayNews.rssType,
          QuayNews.rss(QuayNews.fullItem("lock", link: "/lock", text: QuayNews.text("lock"))))
      default: .missing
      }
    }
    let stops = Mutex(0)
    let fixture = try FeedFixture { $0.hostPauseSeconds = 0 }
    try fixture.register("\(server.url)/big", "\(server.url)/small")
    let ingester = FeedIngester(
      library: fixture.library, jobs: 1, analyser: Analyser(readingBySurface: ()),
      settings: fixture.settings,
      isStopped: { stops.withLock { $0 } > 0 }
    ) { event in
      if case .feed(let what) = event, what.contains("127.0.0.1:1/") { stops.withLock { $0 = 1 } }
    }
    _ = try ingester.run()
    let views = try fixture.library.feeds()
    #expect(views.map(\.items) == [10_000, 1])
    #expect(views.last?.filed == 1)
    #expect(views.first?.failed == 0)
  }
}

/// What a server says at present.
final class SharedNews: Sendable {
  private let state: Mutex<(feed: String, page: String)>

  init(feed: String, page: String) {
    state = Mutex((feed, page))
  }

  func set(feed: String, page: String) {
    state.withLock { $0 = (feed, page) }
  }

  func reply(_ path: String) -> String {
    state.withLock { path == "/feed" ? $0.feed : path == "/robots.txt" ? "" : $0.page }
  }
}
