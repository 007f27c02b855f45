public import Primitives

/// An item of a feed as the register keeps it: what became of it, or what it still waits for.
public struct FeedItem: Hashable, Sendable {
  /// What tells the item from others of its feed: its guid, its page or a digest of it.
  public var key: String
  /// The headline, for people.
  public var title: String?
  /// The address of its page.
  public var page: String?
  /// The normalised address of its page, which tells whether two items have the same.
  public var pageKey: String?
  /// The host of the page that has to be fetched; empty when the item carries its text.
  public var host: String
  /// A digest of what the feed says of the item: it tells whether that has changed.
  public var fingerprint: String
  /// What became of it.
  public var state: FeedItemState
  /// Why it failed or waits.
  public var reason: String?
  /// The article that it gave.
  public var article: ArticleID?
  /// What the feed gives of the article, until it is filed.
  public var record: Article?
  /// How often its page could not be had.
  public var attempts: Int
  /// From when on it is tried.
  public var due: CivilTime
  /// When its page was last had.
  public var fetched: CivilTime?
  /// The entity tag of its page.
  public var entityTag: String?
  /// The date of change of its page.
  public var lastModified: String?

  /// Creates an item that waits from `due` on.
  public init(
    key: String, title: String?, page: String?, pageKey: String?, host: String,
    fingerprint: String, record: Article?, due: CivilTime
  ) {
    self.key = key
    self.title = title
    self.page = page
    self.pageKey = pageKey
    self.host = host
    self.fingerprint = fingerprint
    self.record = record
    self.due = due
    state = .waiting
    attempts = 0
  }
}

/// What became of an item of a feed.
public enum FeedItemState: String, Hashable, Sendable, Codable, CaseIterable {
  /// It is to be filed, or its page to be fetched.
  case waiting
  /// Its article is filed.
  case filed
  /// Its page could not be had; what the feed says of it is filed.
  case summary
  /// It gave no article, and the reason is kept.
  case failed
}
