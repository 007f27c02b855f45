public import NewsModel
public import Primitives
import Storage

/// A feed as the register shows it.
public struct FeedView: Sendable, Encodable {
  /// The feed.
  public let feed: Feed
  /// Items that are known.
  public let items: Int
  /// Items whose article is filed.
  public let filed: Int
  /// Items of which only what the feed says could be filed.
  public let summaries: Int
  /// Items that gave no article.
  public let failed: Int
  /// Items that wait for their page.
  public let waiting: Int
  /// What became of the items that were not filed as they should be, latest first.
  public let notes: [FeedItemNote]

  private enum CodingKeys: String, CodingKey {
    case items, filed, summaries, failed, waiting, notes
  }

  /// Writes the feed's own fields and the counts side by side.
  public func encode(to encoder: any Encoder) throws {
    try feed.encode(to: encoder)
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(items, forKey: .items)
    try fields.encode(filed, forKey: .filed)
    try fields.encode(summaries, forKey: .summaries)
    try fields.encode(failed, forKey: .failed)
    try fields.encode(waiting, forKey: .waiting)
    if !notes.isEmpty { try fields.encode(notes, forKey: .notes) }
  }
}

/// What became of an item of a feed, for people.
public struct FeedItemNote: Sendable, Hashable, Encodable {
  /// The headline.
  public let title: String?
  /// The address of its page.
  public let page: String?
  /// What became of it.
  public let state: FeedItemState
  /// Why.
  public let reason: String
  /// When it is tried again; nil when it is not.
  public let due: CivilTime?
}

extension Library {
  /// All feeds of the register by address; with the notes on up to so many items each.
  public func feeds(notes: Int = 0) throws -> [FeedView] {
    try store.feeds().map { try view($0, notes: notes) }
  }

  /// One feed by its address or one that it had before; nil when there is none.
  public func feed(at url: String, notes: Int) throws -> FeedView? {
    try store.feed(at: url).map { try view($0, notes: notes) }
  }

  private func view(_ registered: RegisteredFeed, notes: Int) throws -> FeedView {
    let counts = try store.feedItemCounts(feed: registered.number)
    let items =
      try notes > 0 ? store.feedItemsWithReason(feed: registered.number, limit: notes) : []
    return FeedView(
      feed: registered.feed, items: counts.values.reduce(0, +), filed: counts[.filed] ?? 0,
      summaries: counts[.summary] ?? 0, failed: counts[.failed] ?? 0,
      waiting: counts[.waiting] ?? 0,
      notes: items.map { item in
        FeedItemNote(
          title: item.title, page: item.page, state: item.state, reason: item.reason ?? "",
          due: item.state == .waiting ? item.due : nil)
      })
  }

  /// Takes a feed out of the register; its articles stay. False when there is none at the address.
  public func removeFeed(at url: String) throws -> Bool {
    guard let known = try store.feed(at: url) else { return false }
    try store.removeFeed(known.number)
    return true
  }

  /// Pauses a feed, or has it fetched again from `now` on; false when there is none at the address.
  public func setFeed(at url: String, isPaused: Bool, now: CivilTime) throws -> Bool {
    guard let known = try store.feed(at: url) else { return false }
    try store.setFeed(known.number, isPaused: isPaused, now: now)
    return true
  }
}
