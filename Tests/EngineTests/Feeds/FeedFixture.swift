import Engine
import NewsModel
import Primitives
import Synchronization
import TestSupport
import Testing

/// A clock that only moves when somebody waits.
final class SimulatedTime: Sendable {
  private let seconds = Mutex(1_710_000_000.0)

  var now: Double { seconds.withLock { $0 } }
  func advance(_ seconds: Double) { self.seconds.withLock { $0 += seconds } }

  var clock: FeedClock {
    FeedClock(now: { [self] in now }, wait: { [self] seconds, _ in advance(seconds) })
  }
}

/// A library with feeds, a clock that a test moves, and what was told meanwhile.
final class FeedFixture {
  let time = SimulatedTime()
  let library: Library
  private(set) var told: [String] = []
  private let folder: TemporaryFolder
  private var ingester: FeedIngester?

  init(_ change: (inout FeedSettings) -> Void = { _ in }) throws {
    folder = try TemporaryFolder()
    library = try Library(path: folder.file("feeds.library"), access: .write)
    var settings = FeedSettings()
    settings.allowsPrivateAddresses = true
    settings.timeoutSeconds = 5
    settings.clock = time.clock
    change(&settings)
    self.settings = settings
  }

  let settings: FeedSettings

  /// Fetches what is due.
  @discardableResult func run() throws -> FeedReport {
    let ingester =
      self.ingester
      ?? FeedIngester(
        library: library, jobs: 1, analyser: Analyser(readingBySurface: ()), settings: settings,
        report: { [weak self] event in
          if case .feed(let what) = event { self?.told.append(what) }
        })
    self.ingester = ingester
    return try ingester.run()
  }

  /// Registers feeds without looking at them.
  func register(_ urls: String...) throws {
    let list = urls.map { "<outline xmlUrl=\"\($0)\"/>" }.joined()
    let path = try folder.write("<opml version=\"2.0\"><body>\(list)</body></opml>", to: "a.opml")
    for outcome in try finder.add(path) {
      guard case .added = outcome else { throw NotAdded(outcome: outcome) }
    }
  }

  struct NotAdded: Error {
    let outcome: FeedFinder.Outcome
  }

  var finder: FeedFinder { FeedFinder(library: library, settings: settings) }

  /// The only feed.
  func feed() throws -> Feed { try #require(try library.feeds().first).feed }

  /// All articles as they are filed now.
  func articles() throws -> [Article] {
    try library.articleIDs().compactMap { try library.filed($0)?.version.article }
  }

  /// How many seconds there are until the only feed is due.
  func secondsUntilDue() throws -> Int { try feed().due.secondsSinceEpoch - Int(time.now) }

  /// Lets time pass until the only feed is due, and fetches it.
  @discardableResult func runWhenDue() throws -> FeedReport {
    time.advance(Double(max(0, try secondsUntilDue())))
    return try run()
  }
}

/// Feeds and pages of a town that is not.
enum QuayNews {
  /// A text as long as an article.
  static func text(_ word: String) -> String {
    (1...5).map {
      "<p>The harbour board of Quay said on day \($0) that the \(word) would be mended before the autumn storms.</p>"
    }.joined()
  }

  static func page(_ word: String, head: String = "") -> String {
    """
    <html><head><title>The \(word) is to be mended</title>\(head)</head><body><article><h1>The \(word) is to be mended</h1>
    \(text(word))</article></body></html>
    """
  }

  static func rss(_ items: String, title: String = "Quay Mail") -> String {
    """
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
    <title>\(title)</title><link>https://quay.example/</link>\(items)</channel></rss>
    """
  }

  /// An item that leads to a page.
  static func item(
    _ name: String, link: String, summary: String = "It will be mended.", date: Int = 1
  ) -> String {
    """
    <item><title>\(name)</title><link>\(link)</link><guid isPermaLink="false">guid-\(name)</guid>
    <pubDate>Mon, 0\(date) Jan 2024 10:00:00 GMT</pubDate><description>\(summary)</description></item>
    """
  }

  /// An item that carries its text.
  static func fullItem(_ name: String, link: String, text: String) -> String {
    """
    <item><title>\(name)</title><link>\(link)</link><guid isPermaLink="false">guid-\(name)</guid>
    <content:encoded><![CDATA[\(text)]]></content:encoded></item>
    """
  }

  static let rssType = "application/rss+xml"
  static let htmlType = "text/html; charset=utf-8"
}
