import NewsModel
import Reading
import Testing

/// What is found at an address that should hold a feed.
struct FeedDocumentTests {
  private static let long = String(
    repeating: "The tide came in over the quay and the ferry had to wait. ", count: 9)

  private func read(_ text: String, charset: String? = nil) -> FeedDocument {
    ArticleReader().readFeed(
      bytes: Array(text.utf8), address: "https://quay.example/feed", charset: charset)
  }

  private func entries(_ items: String) throws -> [FeedEntry] {
    let feed = """
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
      <title>Quay Mail</title><link>https://quay.example/</link>\(items)</channel></rss>
      """
    guard case .feed(let title, let entries, let refusals) = read(feed) else {
      throw NotAFeed()
    }
    #expect(title == "Quay Mail")
    #expect(refusals.isEmpty)
    return entries
  }

  private struct NotAFeed: Error {}

  @Test func `an item without text is an entry that names its page`() throws {
    let entries = try entries(
      "<item><title>Tide</title><link>/tide</link><guid isPermaLink=\"false\">t1</guid></item>")
    #expect(entries.map(\.article.url) == ["https://quay.example/tide"])
    #expect(entries.map(\.identifier) == ["t1"])
    #expect(entries.map(\.article.text) == [""])
    #expect(entries.map(\.isFullText) == [false])
  }

  @Test func `the text of an article is told from a summary`() throws {
    let long = Self.long
    let entries = try entries(
      """
      <item><link>/1</link><description>\(long)</description></item>
      <item><link>/2</link><description>Short.</description><content:encoded>\(long)</content:encoded></item>
      <item><link>/3</link><content:encoded>\(long) Read more »</content:encoded></item>
      <item><link>/4</link><content:encoded>\(long)[…]</content:encoded></item>
      <item><link>/5</link><content:encoded>The tide came in.</content:encoded></item>
      """)
    #expect(entries.map(\.isFullText) == [false, true, false, false, false])
  }

  @Test func `a page names its feeds`() {
    let page = """
      <html><head><base href="https://quay.example/news/">
      <link rel="stylesheet" href="a.css"><link rel="alternate" hreflang="de" href="/de">
      <link rel="alternate" type="application/rss+xml" title="News" href="feed.xml">
      <link rel="ALTERNATE home" type="application/atom+xml; charset=utf-8" href="/atom">
      <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
      <link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">
      </head><body><p>News of the quay</p></body></html>
      """
    guard case .page(let feeds) = read(page) else {
      Issue.record("no page")
      return
    }
    #expect(
      feeds.map(\.url) == ["https://quay.example/news/feed.xml", "https://quay.example/atom"])
    #expect(feeds.first?.title == "News")
  }

  @Test func `a list of feeds is a list`() {
    let list = """
      <opml version="2.0"><body><outline text="All"><outline text="Quay" xmlUrl="https://quay.example/feed"/>
      <outline text="a folder"/></outline></body></opml>
      """
    guard case .list(let feeds) = read(list) else {
      Issue.record("no list")
      return
    }
    #expect(feeds.map(\.url) == ["https://quay.example/feed"])
    #expect(feeds.map(\.title) == ["Quay"])
  }

  @Test(arguments: ["", "   ", "plain words", "{\"a\": 1}", "<a>b</a>", "<rss", "\u{0}\u{1}"])
  func `anything else is refused with a reason`(text: String) {
    guard case .other(let reason) = read(text) else {
      // Broken markup may still be an empty feed or a page without feeds.
      return
    }
    #expect(!reason.isEmpty)
  }

  @Test func `a feed that breaks off gives its whole items and says so`() {
    let feed = """
      <rss version="2.0"><channel><title>Quay</title>
      <item><title>One</title><link>https://quay.example/1</link></item>
      <item><title>Two</title><link>https://quay.ex
      """
    guard case .feed(_, let entries, let refusals) = read(feed) else {
      Issue.record("no feed")
      return
    }
    #expect(entries.map(\.article.title) == ["One"])
    #expect(refusals.contains { $0.input == "https://quay.example/feed" })
  }

  @Test func `the server's character set is used`() {
    let bytes =
      Array("<rss version=\"2.0\"><channel><title>Caf".utf8) + [0xE9]
      + Array("</title><item><link>https://a.example/</link></item></channel></rss>".utf8)
    let document = ArticleReader().readFeed(
      bytes: bytes, address: "https://a.example/feed", charset: "iso-8859-1")
    guard case .feed(let title, _, _) = document else {
      Issue.record("no feed")
      return
    }
    #expect(title == "Café")
  }
}
