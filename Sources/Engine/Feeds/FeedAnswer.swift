import Fetching
import NewsModel
import Reading

/// What came of asking for a feed.
enum FeedAnswer: Sendable {
  /// Nothing has changed; where it moved to for good, if it did.
  case unchanged(movedTo: String?)
  /// A feed.
  case feed(FetchedFeed)
  /// The server says that it is gone for good.
  case gone(reason: String)
  /// It could not be had, and for how long the server asks to be left alone.
  case failed(reason: String, retryAfter: Int?)
  /// It was not asked for: its host wants to be left alone for so many seconds more.
  case waiting(seconds: Int)
  /// The program is to end.
  case cancelled
}

/// A feed as it was fetched.
struct FetchedFeed: Sendable {
  let title: String?
  let entries: [FeedEntry]
  let refusals: [Refusal]
  let movedTo: String?
  let entityTag: String?
  let lastModified: String?
  /// The address that answered.
  let url: String
}

/// Asks for feeds and reads what comes.
struct FeedAsker: Sendable {
  let fetcher: Fetcher
  private let reader = ArticleReader()

  init(fetcher: Fetcher) {
    self.fetcher = fetcher
  }

  /// Asks for a feed, conditionally when it was had before.
  func ask(_ feed: Feed) -> FeedAnswer {
    let request = FetchRequest(
      url: feed.url, entityTag: feed.entityTag, lastModified: feed.lastModified,
      accept: FetchRequest.feeds)
    let response: FetchResponse
    do {
      response = try fetcher.fetch(request)
    } catch {
      return Self.failure(error)
    }
    if response.isUnchanged { return .unchanged(movedTo: response.movedTo) }
    switch read(response) {
    case .feed(let title, let entries, let refusals):
      return .feed(
        FetchedFeed(
          title: title, entries: entries, refusals: refusals, movedTo: response.movedTo,
          entityTag: response.entityTag, lastModified: response.lastModified, url: response.url))
    case .page(let feeds):
      let named = feeds.first.map { "; the page names the feed \($0.url)" } ?? ""
      return .failed(
        reason: "\(response.url) is a web page and no feed\(named); register its new address",
        retryAfter: nil)
    case .list:
      return .failed(
        reason: "\(response.url) is a list of feeds; register it with: feeds add \(response.url)",
        retryAfter: nil)
    case .other(let reason):
      return .failed(reason: "\(response.url) is no feed: \(reason)", retryAfter: nil)
    }
  }

  /// Reads what was fetched as a feed, a list of feeds or a page that names feeds.
  func read(_ response: FetchResponse) -> FeedDocument {
    reader.readFeed(bytes: response.body, address: response.url, charset: response.charset)
  }

  static func failure(_ error: any Error) -> FeedAnswer {
    switch error {
    case FetchError.waiting(_, let seconds): .waiting(seconds: seconds)
    case FetchError.cancelled: .cancelled
    case FetchError.status(_, 410, _): .gone(reason: "\(error)")
    case FetchError.status(_, _, let retryAfter):
      .failed(reason: "\(error)", retryAfter: retryAfter)
    case FetchError.robotsUnavailable(_, _, let seconds):
      .failed(reason: "\(error)", retryAfter: seconds)
    default: .failed(reason: "\(error)", retryAfter: nil)
    }
  }
}
