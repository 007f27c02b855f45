import Fetching
import NewsModel
import Primitives
import Reading
import Storage

/// Registers feeds: by their address, by that of a page that names one, or from a list of feeds (OPML).
public struct FeedFinder {
  /// What came of a place that was to be registered.
  public enum Outcome: Sendable, Hashable {
    /// A feed is in the register now; a note on what else there is to know.
    case added(url: String, note: String?)
    /// The feed was in the register before.
    case known(url: String)
    /// Nothing was registered.
    case refused(place: String, reason: String)
  }

  private let library: Library
  private let settings: FeedSettings
  private let asker: FeedAsker

  /// Registers feeds in `library`, asking for addresses as feeds are asked for.
  public init(library: Library, settings: FeedSettings = FeedSettings()) {
    self.library = library
    self.settings = settings
    asker = FeedAsker(fetcher: FeedIngester.fetcher(settings) { false })
  }

  /// Registers what an address or a file of feeds names; one outcome for each feed.
  ///
  /// An address that cannot be had for now is registered all the same, and tried when feeds are fetched.
  public func add(_ place: String) throws -> [Outcome] {
    let head = place.prefix(8).lowercased()
    guard head.hasPrefix("http://") || head.hasPrefix("https://") else { return try addFile(place) }
    guard let address = WebAddress(place)?.url else {
      return [.refused(place: place, reason: "it is no address of the web; check it")]
    }
    // A feed is registered by the address that is fetched, which has a path.
    if try library.store.feed(at: address) != nil { return [.known(url: address)] }
    do {
      let response = try asker.fetcher.fetch(
        FetchRequest(url: address, accept: FetchRequest.feeds))
      return try add(asker.read(response), at: address, response)
    } catch let error as FetchError {
      guard let note = Self.passing(error) else {
        return [.refused(place: place, reason: "\(error)")]
      }
      return [try register(address, title: nil, note: note)]
    }
  }

  private func add(
    _ document: FeedDocument, at address: String, _ response: FetchResponse
  ) throws -> [Outcome] {
    switch document {
    case .feed(let title, _, _):
      return [try register(response.movedTo ?? address, title: title, note: nil)]
    case .list(let feeds): return try register(feeds, place: address)
    case .page(let feeds):
      guard let best = feeds.first(where: { !Self.isOfComments($0) }) ?? feeds.first else {
        let reason = "it is a web page that names no feed; look for the address of its feed"
        return [.refused(place: address, reason: reason)]
      }
      let others = feeds.filter { $0 != best }.map(\.url)
      let more = others.isEmpty ? "" : "; it also names \(others.joined(separator: ", "))"
      return [
        try register(best.url, title: best.title, note: "named by the page \(address)\(more)")
      ]
    case .other(let reason): return [.refused(place: address, reason: reason)]
    }
  }

  private static func isOfComments(_ feed: FeedReference) -> Bool {
    feed.url.lowercased().contains("comment")
      || feed.title?.lowercased().contains("comment") == true
  }

  /// Why an address that could not be had is registered all the same; nil when it never can be had.
  private static func passing(_ error: FetchError) -> String? {
    switch error {
    case .transfer, .waiting, .robotsUnavailable: "\(error)"
    case .status(_, let code, _) where code == 429 || code >= 500: "\(error)"
    default: nil
    }
  }

  private func addFile(_ path: String) throws -> [Outcome] {
    switch ArticleReader().readFeed(path: path) {
    case .list(let feeds): return try register(feeds, place: path)
    case .other(let reason): return [.refused(place: path, reason: reason)]
    default:
      let reason = "it is no list of feeds (OPML); give the address of the feed"
      return [.refused(place: path, reason: reason)]
    }
  }

  private func register(_ feeds: [FeedReference], place: String) throws -> [Outcome] {
    if feeds.isEmpty { return [.refused(place: place, reason: "the list names no feed")] }
    return try feeds.map { feed in
      guard let address = WebAddress(feed.url)?.url else {
        return .refused(place: feed.url, reason: "it is no address of the web")
      }
      return try register(address, title: feed.title, note: nil)
    }
  }

  private func register(_ url: String, title: String?, note: String?) throws -> Outcome {
    if let known = try library.store.feed(at: url) { return .known(url: known.feed.url) }
    let feed = Feed(
      url: url, title: title, due: settings.clock.time,
      intervalSeconds: settings.schedule.firstInterval)
    return try library.store.addFeed(feed) ? .added(url: url, note: note) : .known(url: url)
  }
}
