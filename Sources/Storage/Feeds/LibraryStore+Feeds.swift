public import NewsModel
public import Primitives

/// A feed with the number that it keeps when its address moves.
public struct RegisteredFeed: Hashable, Sendable {
  /// The number of the feed in this library.
  public let number: Int
  /// The feed.
  public var feed: Feed
}

extension LibraryStore {
  /// All feeds, by address.
  public func feeds() throws -> [RegisteredFeed] {
    try pool.read { connection in
      try connection.query("SELECT id, document FROM feed ORDER BY url") { try registered($0) }
    }
  }

  /// The feeds that are to be fetched at `now`, those first that have waited longest.
  public func dueFeeds(at now: CivilTime, limit: Int) throws -> [RegisteredFeed] {
    try pool.read { connection in
      try connection.query(
        "SELECT id, document FROM feed WHERE is_fetched = 1 AND due <= ? ORDER BY due, url LIMIT ?",
        [.integer(now.secondsSinceEpoch), .integer(limit)]
      ) { try registered($0) }
    }
  }

  /// When the next feed or item is due; nil when none is.
  public func nextFeedDue() throws -> CivilTime? {
    try pool.read { connection in
      let feed = try connection.first("SELECT min(due) FROM feed WHERE is_fetched = 1") {
        $0.value(0)
      }
      let item = try connection.first(
        "SELECT min(due) FROM feed_item WHERE state = 'waiting'"
      ) { $0.value(0) }
      let times = [feed, item].compactMap { value -> Int? in
        if case .integer(let seconds)? = value { seconds } else { nil }
      }
      return times.min().map { CivilTime(secondsSinceEpoch: $0) }
    }
  }

  /// The feed at an address, or that was there before it moved; nil when there is none.
  public func feed(at url: String) throws -> RegisteredFeed? {
    try feeds().first { $0.feed.url == url || $0.feed.formerAddresses.contains(url) }
  }

  /// Registers a feed; false when its address is registered already.
  public func addFeed(_ feed: Feed) throws -> Bool {
    try write { connection in
      let known = try connection.first("SELECT 1 FROM feed WHERE url = ?", [.text(feed.url)]) {
        _ in true
      }
      guard known == nil else { return false }
      try connection.execute(
        "INSERT INTO feed (url, is_fetched, due, document) VALUES (?, ?, ?, ?)",
        try Self.columns(of: feed))
      return true
    }
  }

  /// Takes a feed out of the register with what is known of its items; its articles stay.
  public func removeFeed(_ number: Int) throws {
    try write { try Self.removeFeed(number, $0) }
  }

  /// Keeps what was learned of a feed, and its items, in one transaction.
  ///
  /// A feed that a person has removed meanwhile stays removed, and one that was paused stays paused.
  /// A feed that has moved to the address of another one takes its place.
  public func updateFeed(_ registered: RegisteredFeed, items: [FeedItem] = []) throws {
    try write { connection in
      let stored = try connection.first(
        "SELECT document FROM feed WHERE id = ?", [.integer(registered.number)]
      ) { $0.text(0) }
      guard let stored else { return }
      var feed = registered.feed
      feed.isPaused = try decode(Feed.self, stored, what: "feed \(registered.number)").isPaused
      let other = try connection.first(
        "SELECT id FROM feed WHERE url = ? AND id <> ?",
        [.text(feed.url), .integer(registered.number)]
      ) { $0.integer(0) }
      if let other { try Self.removeFeed(other, connection) }
      try Self.store(feed, number: registered.number, connection)
      for item in items { try Self.put(item, feed: registered.number, connection) }
    }
  }

  /// Pauses or resumes a feed; one that is resumed is due at `now`, also when it was stopped.
  public func setFeed(_ number: Int, isPaused: Bool, now: CivilTime) throws {
    try write { connection in
      let stored = try connection.first(
        "SELECT document FROM feed WHERE id = ?", [.integer(number)]
      ) { $0.text(0) }
      guard let stored else { return }
      var feed = try decode(Feed.self, stored, what: "feed \(number)")
      feed.isPaused = isPaused
      if !isPaused {
        feed.due = now
        if feed.health == .stopped { feed.health = .failing }
      }
      try Self.store(feed, number: number, connection)
    }
  }

  private func registered(_ row: SQLiteRow) throws -> RegisteredFeed {
    let number = row.integer(0)
    return RegisteredFeed(
      number: number, feed: try decode(Feed.self, row.text(1), what: "feed \(number)"))
  }

  private static func columns(of feed: Feed) throws -> [SQLiteValue] {
    [
      .text(feed.url), .bool(!feed.isPaused && feed.health != .stopped),
      .integer(feed.due.secondsSinceEpoch), .text(try CanonicalJSON.string(feed)),
    ]
  }

  private static func store(
    _ feed: Feed, number: Int, _ connection: SQLiteConnection
  ) throws {
    try connection.execute(
      "UPDATE feed SET url = ?, is_fetched = ?, due = ?, document = ? WHERE id = ?",
      try columns(of: feed) + [.integer(number)])
  }

  private static func removeFeed(_ number: Int, _ connection: SQLiteConnection) throws {
    try connection.execute("DELETE FROM feed_item WHERE feed = ?", [.integer(number)])
    try connection.execute("DELETE FROM feed WHERE id = ?", [.integer(number)])
  }
}
