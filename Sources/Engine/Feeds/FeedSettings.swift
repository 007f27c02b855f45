/// How feeds are fetched.
public struct FeedSettings: Sendable {
  /// Whether addresses of private networks and of this machine may be fetched.
  public var allowsPrivateAddresses = false
  /// The pause between two requests to one host, in seconds.
  public var hostPauseSeconds = 1.0
  /// How long one answer may take, in seconds.
  public var timeoutSeconds = 60
  /// The largest answer that is taken, in bytes after decompression.
  public var maximumBytes = 16 << 20
  /// When feeds are due.
  public var schedule = FeedSchedule()
  /// The time.
  public var clock = FeedClock.system
  /// How many hosts are asked at once.
  public var hostsAtOnce = 8
  /// After so many seconds without anything due, the register is looked at again: feeds may have been added.
  public var longestWait = 60.0
  /// While new articles keep coming, the library is organised this often, in seconds.
  public var organisingSeconds = 300.0

  /// Creates the standard settings.
  public init() {}
}

/// What a run over the feeds did.
public struct FeedReport: Sendable, Hashable {
  /// Feeds that gave something, changed or not.
  public internal(set) var fetched = 0
  /// Those of them that had not changed.
  public internal(set) var unchanged = 0
  /// Feeds that could not be had.
  public internal(set) var failed = 0
  /// Items that were new or changed.
  public internal(set) var items = 0
  /// Versions of articles that were filed.
  public internal(set) var added = 0
  /// Items of which only what the feed says could be filed.
  public internal(set) var summaries = 0
  /// Items that gave no article.
  public internal(set) var refused = 0
  /// Items whose page is to be tried again later.
  public internal(set) var waiting = 0

  /// The report of a run that had nothing to do.
  public init() {}
}
