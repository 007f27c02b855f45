import Engine
import NewsModel
import Primitives
import Synchronization
import TestSupport
import Testing

/// How the register sees a feed that does well, badly or not at all.
struct FeedHealthTests {
  private static let feed = QuayNews.rss(
    QuayNews.fullItem("lock", link: "https://quay.example/lock", text: QuayNews.text("lock")))

  @Test func `a feed that fails is left alone longer and longer, up to a day`() throws {
    let server = try ScriptedServer { path, _ in
      path == "/robots.txt" ? .missing : .init("500 Oops")
    }
    let fixture = try FeedFixture()
    try fixture.register("\(server.url)/feed")
    try fixture.run()
    var pauses: [Int] = []
    for _ in 0..<12 {
      pauses.append(try fixture.secondsUntilDue())
      try fixture.runWhenDue()
    }
    #expect(zip(pauses, pauses.dropFirst()).allSatisfy { $0 <= $1 })
    #expect((300...330).contains(pauses[0]))
    #expect(pauses.last == 86_400)
    let feed = try fixture.feed()
    #expect(feed.health == .failing)
    #expect(feed.failures == 13)
    #expect(feed.reason?.contains("status 500") == true)
  }

  @Test func `a server that says when to come back is not asked before`() throws {
    let server = try ScriptedServer { path, _ in
      path == "/robots.txt"
        ? .missing : .init("503 Service Unavailable", ["Retry-After: 7200"])
    }
    let fixture = try FeedFixture()
    try fixture.register("\(server.url)/feed")
    try fixture.run()
    #expect(try fixture.secondsUntilDue() == 7200)
  }

  @Test func `a feed without news is fetched less often, up to six hours`() throws {
    let server = try ScriptedServer { path, _ in
      path == "/robots.txt" ? .missing : .init(type: QuayNews.rssType, Self.feed)
    }
    let fixture = try FeedFixture()
    try fixture.register("\(server.url)/feed")
    try fixture.run()
    var pauses: [Int] = []
    for _ in 0..<12 {
      pauses.append(try fixture.secondsUntilDue())
      #expect(try fixture.runWhenDue().fetched == 1)
    }
    #expect(zip(pauses, pauses.dropFirst()).allSatisfy { $0 <= $1 })
    #expect((1800...1980).contains(pauses[0]))
    #expect(pauses.last == 21_600)
    #expect(try fixture.feed().health == .healthy)
  }

  @Test func `a feed that is gone for good is stopped, with the reason`() throws {
    let server = try ScriptedServer { path, _ in
      path == "/robots.txt" ? .missing : .init("410 Gone")
    }
    let fixture = try FeedFixture()
    try fixture.register("\(server.url)/feed")
    try fixture.run()
    #expect(try fixture.feed().health == .stopped)
    #expect(try fixture.feed().reason?.contains("gone for good") == true)
    fixture.time.advance(1e7)
    #expect(try fixture.run() == FeedReport())
    #expect(server.paths.count == 1)
  }

  @Test func `a feed that has moved for good is fetched at its new address`() throws {
    let server = try ScriptedServer { path, _ in
      switch path {
      case "/old": .init("301 Moved Permanently", ["Location: /new"])
      case "/new": .init(type: QuayNews.rssType, Self.feed)
      default: .missing
      }
    }
    let fixture = try FeedFixture()
    try fixture.register("\(server.url)/old")
    try fixture.run()
    #expect(try fixture.feed().url == "\(server.url)/new")
    #expect(try fixture.feed().formerAddresses == ["\(server.url)/old"])
    try fixture.runWhenDue()
    #expect(server.paths == ["/old", "/new", "/new"])
    #expect(try fixture.finder.add("\(server.url)/old") == [.known(url: "\(server.url)/old")])
  }

  @Test func `a feed that moves for the time being keeps its address`() throws {
    let server = try ScriptedServer { path, _ in
      switch path {
      case "/old": .init("302 Found", ["Location: /new"])
      case "/new": .init(type: QuayNews.rssType, Self.feed)
      default: .missing
      }
    }
    let fixture = try FeedFixture()
    try fixture.register("\(server.url)/old")
    try fixture.run()
    #expect(try fixture.feed().url == "\(server.url)/old")
  }

  @Test func `a feed that turned into a page fails, is not moved and names the new feed`() throws {
    let server = try ScriptedServer { path, _ in
      switch path {
      case "/feed": .init("301 Moved Permanently", ["Location: /home"])
      case "/home":
        .init(
          type: QuayNews.htmlType,
          "<html><head><link rel=alternate type=application/rss+xml href=/rss></head><body>Hello</body></html>"
        )
      default: .missing
      }
    }
    let fixture = try FeedFixture()
    try fixture.register("\(server.url)/feed")
    #expect(try fixture.run().failed == 1)
    let feed = try fixture.feed()
    #expect(feed.url == "\(server.url)/feed")
    #expect(feed.health == .failing)
    #expect(feed.reason?.contains("names the feed \(server.url)/rss") == true)
  }

  @Test func `half an answer files nothing and is tried again`() throws {
    let isWhole = Mutex(false)
    let server = try ScriptedServer { path, _ in
      guard path != "/robots.txt" else { return .missing }
      if isWhole.withLock({ $0 }) { return .init(type: QuayNews.rssType, Self.feed) }
      let head = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nETag: \"1\"\r\nContent-Length: "
      return .init(raw: head + "\(Self.feed.utf8.count)\r\n\r\n" + Self.feed.prefix(700))
    }
    let fixture = try FeedFixture()
    try fixture.register("\(server.url)/feed")
    #expect(try fixture.run().failed == 1)
    #expect(try fixture.articles().isEmpty)
    #expect(try fixture.feed().entityTag == nil)
    isWhole.withLock { $0 = true }
    #expect(try fixture.runWhenDue().added == 1)
    #expect(try fixture.feed().health == .healthy)
  }

  @Test func `a feed that breaks off without a word gives its whole items and is had again`() throws
  {
    let isWhole = Mutex(false)
    let items = ["lock", "crane"].map {
      QuayNews.fullItem($0, link: "https://quay.example/\($0)", text: QuayNews.text($0))
    }.joined()
    let feed = QuayNews.rss(items)
    let server = try ScriptedServer { path, _ in
      guard path != "/robots.txt" else { return .missing }
      let part = isWhole.withLock { $0 } ? feed[...] : feed.prefix(feed.count - 200)
      return .init(
        raw: "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nETag: \"1\"\r\n\r\n" + String(part))
    }
    let fixture = try FeedFixture()
    try fixture.register("\(server.url)/feed")
    let first = try fixture.run()
    #expect((first.failed, first.added) == (1, 1))
    #expect(try fixture.feed().reason?.contains("damaged") == true)
    isWhole.withLock { $0 = true }
    #expect(try fixture.runWhenDue().added == 1)
    #expect(try fixture.library.articleIDs().count == 2)
    #expect(try fixture.feed().health == .healthy)
  }

  @Test func `a feed in trouble keeps no other from being fetched`() throws {
    let server = try ScriptedServer { path, _ in
      switch path {
      case "/drip":
        .init(raw: "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n", endless: " ", pause: 0.05)
      case "/endless":
        .init(
          raw: "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<rss>",
          endless: String(repeating: "<item/>", count: 9000))
      case "/circle": .init("302 Found", ["Location: /circle"])
      case "/file": .init("302 Found", ["Location: file:///etc/passwd"])
      case "/nothing": .init(raw: "")
      case "/good": .init(type: QuayNews.rssType, Self.feed)
      default: .missing
      }
    }
    let fixture = try FeedFixture {
      $0.timeoutSeconds = 1
      $0.maximumBytes = 1 << 20
    }
    let names = ["drip", "endless", "circle", "file", "nothing", "good", "missing"]
    for name in names { try fixture.register("\(server.url)/\(name)") }
    try fixture.register("https://127.0.0.1:\(server.url.split(separator: ":").last ?? "")/tls")
    let report = try fixture.run()
    #expect((report.fetched, report.failed, report.added) == (1, 7, 1))
    let views = try fixture.library.feeds()
    for view in views where !view.feed.url.hasSuffix("/good") {
      #expect(view.feed.health == .failing)
      #expect(view.feed.reason?.isEmpty == false)
    }
  }

  @Test func `private addresses are refused unless they are allowed`() throws {
    let server = try ScriptedServer { _, _ in .init(type: QuayNews.rssType, Self.feed) }
    let fixture = try FeedFixture { $0.allowsPrivateAddresses = false }
    try fixture.register("\(server.url)/feed")
    #expect(try fixture.run().failed == 1)
    #expect(try fixture.feed().reason?.contains("private address") == true)
    #expect(server.requests.isEmpty)
  }

  @Test func `a page's feed is found, and its comments are passed over`() throws {
    let server = try ScriptedServer { path, _ in
      path == "/"
        ? .init(
          type: QuayNews.htmlType,
          """
          <html><head><link rel="alternate" type="application/rss+xml" href="/comments/feed">
          <link rel="alternate" type="application/rss+xml" title="News" href="/feed"></head></html>
          """)
        : path == "/empty"
          ? .init(type: QuayNews.htmlType, "<html><p>Hello</p></html>")
          : .missing
    }
    let fixture = try FeedFixture()
    let added = try fixture.finder.add(server.url)
    guard case .added(let url, let note)? = added.first else {
      Issue.record("\(added)")
      return
    }
    #expect(url == "\(server.url)/feed")
    #expect(note?.contains("/comments/feed") == true)
    for place in ["\(server.url)/empty", "\(server.url)/none", "/no/such/file", "ftp://a/b"] {
      guard case .refused = try fixture.finder.add(place).first else {
        Issue.record("\(place) was not refused")
        continue
      }
    }
    #expect(try fixture.library.feeds().count == 1)
  }

  @Test func `watching goes on over weeks, and ends when it is told to`() throws {
    let server = try ScriptedServer { path, _ in
      path == "/robots.txt" ? .missing : .init(type: QuayNews.rssType, Self.feed)
    }
    let fixture = try FeedFixture { $0.longestWait = 1e9 }
    try fixture.register("\(server.url)/a", "\(server.url)/b")
    let end = fixture.time.now + 28 * 86_400
    let time = fixture.time
    let ingester = FeedIngester(
      library: fixture.library, jobs: 1, analyser: Analyser(readingBySurface: ()),
      settings: fixture.settings,
      isStopped: { time.now >= end })
    var cycles = 0
    try ingester.watch { _ in cycles += 1 }
    // At six hours each, two feeds: about 230 fetches in four weeks.
    #expect((200...400).contains(server.paths.count))
    #expect(cycles > 100)
    #expect(try fixture.library.articleIDs().count == 1)
  }
}
