public import Primitives

/// A feed in the register of a library: where it is, how it does, when it is fetched next.
public struct Feed: Hashable, Sendable, Codable {
  /// The address that is fetched.
  public var url: String
  /// What the feed calls itself.
  public var title: String?
  /// How it does.
  public var health: FeedHealth
  /// Why it does so, in one sentence; nil when there is nothing to say.
  public var reason: String?
  /// Whether a person has paused it; its health stays as it was.
  public var isPaused: Bool
  /// The entity tag of its last answer.
  public var entityTag: String?
  /// The date of change of its last answer.
  public var lastModified: String?
  /// When it was last asked for.
  public var lastAttempt: CivilTime?
  /// When it was last had, changed or not.
  public var lastSuccess: CivilTime?
  /// From when on it is fetched again.
  public var due: CivilTime
  /// The present interval between two fetches, in seconds.
  public var intervalSeconds: Int
  /// How many fetches have failed in a row.
  public var failures: Int
  /// The addresses that it had before it moved, earliest first.
  public var formerAddresses: [String]

  /// Creates a feed that has never been fetched and is due at `due`.
  public init(url: String, title: String? = nil, due: CivilTime, intervalSeconds: Int) {
    self.url = url
    self.title = title
    health = .new
    isPaused = false
    self.due = due
    self.intervalSeconds = intervalSeconds
    failures = 0
    formerAddresses = []
  }
}

/// How a feed does.
public enum FeedHealth: String, Hashable, Sendable, Codable {
  /// Registered and never fetched.
  case new
  /// The last fetch gave a feed, or the answer that nothing has changed.
  case healthy
  /// The last fetch failed; it is tried again.
  case failing
  /// It is gone for good and not fetched any more.
  case stopped
}
