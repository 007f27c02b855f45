import NewsModel
import Primitives
import Storage
import TestSupport
import Testing

struct FeedRegisterTests {
  private let folder: TemporaryFolder
  private let store: LibraryStore
  private let now = CivilTime(secondsSinceEpoch: 1_700_000_000)

  init() throws {
    folder = try TemporaryFolder()
    store = try LibraryStore(path: folder.file("feeds.library"), access: .write)
  }

  private func later(_ seconds: Int) -> CivilTime {
    CivilTime(secondsSinceEpoch: now.secondsSinceEpoch + seconds)
  }

  private func register(_ url: String) throws -> RegisteredFeed {
    #expect(try store.addFeed(Feed(url: url, due: now, intervalSeconds: 1800)))
    return try #require(try store.feed(at: url))
  }

  private func item(_ key: String, host: String = "") -> FeedItem {
    FeedItem(
      key: key, title: "Item \(key)", page: "https://a.example/\(key)",
      pageKey: "a.example/\(key)", host: host, fingerprint: "f-\(key)",
      record: Article(text: "Rain fell in \(key)."), due: now)
  }

  @Test func `a feed is registered once`() throws {
    _ = try register("https://a.example/feed")
    let again = Feed(url: "https://a.example/feed", due: now, intervalSeconds: 60)
    #expect(try !store.addFeed(again))
    #expect(try store.feeds().map(\.feed.intervalSeconds) == [1800])
  }

  @Test func `due feeds are those whose time has come, the longest waiting first`() throws {
    var first = try register("https://a.example/feed")
    _ = try register("https://b.example/feed")
    let paused = try register("https://c.example/feed")
    first.feed.due = later(60)
    try store.updateFeed(first)
    try store.setFeed(paused.number, isPaused: true, now: now)
    let due = try store.dueFeeds(at: now, limit: 10)
    #expect(due.map(\.feed.url) == ["https://b.example/feed"])
    let all = try store.dueFeeds(at: later(60), limit: 10)
    #expect(all.map(\.feed.url) == ["https://b.example/feed", "https://a.example/feed"])
    #expect(try store.nextFeedDue() == now)
  }

  @Test func `a pause that was set while the feed was fetched stays`() throws {
    var feed = try register("https://a.example/feed")
    try store.setFeed(feed.number, isPaused: true, now: now)
    feed.feed.health = .healthy
    try store.updateFeed(feed)
    #expect(try store.dueFeeds(at: later(9999), limit: 10).isEmpty)
    try store.setFeed(feed.number, isPaused: false, now: later(5))
    #expect(try store.dueFeeds(at: later(5), limit: 10).count == 1)
  }

  @Test func `a feed that was removed while it was fetched stays removed`() throws {
    let feed = try register("https://a.example/feed")
    try store.removeFeed(feed.number)
    try store.updateFeed(feed, items: [item("1")])
    #expect(try store.feeds().isEmpty)
    #expect(try store.dueFeedItems(at: now, perHost: 4, limit: 10).isEmpty)
  }

  @Test func `a feed that moves to the address of another takes its place`() throws {
    var feed = try register("https://a.example/feed")
    _ = try register("https://b.example/feed")
    feed.feed.formerAddresses = [feed.feed.url]
    feed.feed.url = "https://b.example/feed"
    try store.updateFeed(feed)
    #expect(try store.feeds().map(\.number) == [feed.number])
    #expect(try store.feed(at: "https://a.example/feed")?.number == feed.number)
  }

  @Test func `no host gets more than its share of a round`() throws {
    let feed = try register("https://a.example/feed")
    let busy = (1...9).map { item("x\($0)", host: "x.example") }
    let quiet = [item("y", host: "y.example")]
    let carried = (1...5).map { item("full\($0)") }
    try store.updateFeed(feed, items: busy + quiet + carried)
    let round = try store.dueFeedItems(at: now, perHost: 2, limit: 50)
    #expect(
      round.map(\.item.key) == ["x1", "x2", "y", "full1", "full2", "full3", "full4", "full5"])
    #expect(round.last?.item.record?.text == "Rain fell in full5.")
  }

  @Test func `what became of an item is kept and counted`() throws {
    let feed = try register("https://a.example/feed")
    try store.updateFeed(feed, items: [item("1"), item("2")])
    var known = try #require(
      try store.feedItem(feed: feed.number, key: "other", pageKey: "a.example/1"))
    known.item.state = .failed
    known.item.reason = "the page is gone"
    known.item.record = nil
    try store.updateFeedItems([known])
    #expect(try store.feedItemCounts(feed: feed.number) == [.waiting: 1, .failed: 1])
    let failed = try store.feedItemsWithReason(feed: feed.number, limit: 10)
    #expect(failed.map(\.reason) == ["the page is gone"])
  }
}
