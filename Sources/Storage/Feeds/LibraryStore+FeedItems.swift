public import NewsModel
public import Primitives

/// An item with its place in the register.
public struct RegisteredItem: Hashable, Sendable {
  /// The number of the item in this library.
  public let number: Int
  /// The number of its feed.
  public let feed: Int
  /// The item.
  public var item: FeedItem
}

extension LibraryStore {
  private static let itemColumns = """
    id, feed, key, title, page, page_key, host, fingerprint, state, reason, article, record,
    attempts, due, fetched, entity_tag, last_modified
    """

  /// The item of a feed by its key, else by its page.
  public func feedItem(feed: Int, key: String, pageKey: String?) throws -> RegisteredItem? {
    try pool.read { connection in
      let columns = Self.itemColumns
      let byKey = try connection.first(
        "SELECT \(columns) FROM feed_item WHERE feed = ? AND key = ?",
        [.integer(feed), .text(key)]
      ) { try item($0) }
      if let byKey { return byKey }
      guard let pageKey else { return nil }
      return try connection.first(
        "SELECT \(columns) FROM feed_item WHERE feed = ? AND page_key = ? ORDER BY id LIMIT 1",
        [.integer(feed), .text(pageKey)]
      ) { try item($0) }
    }
  }

  /// An item of another feed whose page is the same and has been had, the latest first.
  public func fetchedItem(pageKey: String, notOf feed: Int) throws -> RegisteredItem? {
    try pool.read { connection in
      try connection.first(
        """
        SELECT \(Self.itemColumns) FROM feed_item
        WHERE page_key = ? AND feed <> ? AND state = 'filed' AND fetched IS NOT NULL
        ORDER BY fetched DESC, id LIMIT 1
        """, [.text(pageKey), .integer(feed)]
      ) { try item($0) }
    }
  }

  /// Items that are due at `now`, so that no host gets more than its share.
  ///
  /// At most `perHost` items whose page is to be fetched from one host, and `limit` in all.
  public func dueFeedItems(at now: CivilTime, perHost: Int, limit: Int) throws -> [RegisteredItem] {
    try pool.read { connection in
      try connection.query(
        """
        SELECT \(Self.itemColumns) FROM (
          SELECT *, row_number() OVER (PARTITION BY host ORDER BY due, id) AS place
          FROM feed_item WHERE state = 'waiting' AND due <= ?
        ) WHERE place <= CASE host WHEN '' THEN ? ELSE ? END
        ORDER BY due, id LIMIT ?
        """,
        [
          .integer(now.secondsSinceEpoch), .integer(limit), .integer(perHost), .integer(limit),
        ]
      ) { try item($0) }
    }
  }

  /// Keeps what became of items, in one transaction.
  public func updateFeedItems(_ items: [RegisteredItem]) throws {
    guard !items.isEmpty else { return }
    try write { connection in
      for item in items { try Self.put(item.item, feed: item.feed, connection) }
    }
  }

  /// How many items of a feed there are in each state.
  public func feedItemCounts(feed: Int) throws -> [FeedItemState: Int] {
    try pool.read { connection in
      let rows = try connection.query(
        "SELECT state, count(*) FROM feed_item WHERE feed = ? GROUP BY state", [.integer(feed)]
      ) { (FeedItemState(rawValue: $0.text(0)), $0.integer(1)) }
      var counts: [FeedItemState: Int] = [:]
      for (state, count) in rows { if let state { counts[state] = count } }
      return counts
    }
  }

  /// The items of a feed that gave no article of their own or still wait, latest first.
  public func feedItemsWithReason(feed: Int, limit: Int) throws -> [FeedItem] {
    try pool.read { connection in
      try connection.query(
        """
        SELECT \(Self.itemColumns) FROM feed_item WHERE feed = ? AND reason IS NOT NULL
        ORDER BY id DESC LIMIT ?
        """, [.integer(feed), .integer(limit)]
      ) { try item($0).item }
    }
  }

  /// Inserts an item, or replaces what is known of it; nothing when its feed is gone.
  static func put(_ item: FeedItem, feed: Int, _ connection: SQLiteConnection) throws {
    let known = try connection.first("SELECT 1 FROM feed WHERE id = ?", [.integer(feed)]) {
      _ in true
    }
    guard known != nil else { return }
    try connection.execute(
      """
      INSERT INTO feed_item (
        feed, key, title, page, page_key, host, fingerprint, state, reason, article, record,
        attempts, due, fetched, entity_tag, last_modified)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (feed, key) DO UPDATE SET
        title = excluded.title, page = excluded.page, page_key = excluded.page_key,
        host = excluded.host, fingerprint = excluded.fingerprint, state = excluded.state,
        reason = excluded.reason, article = excluded.article, record = excluded.record,
        attempts = excluded.attempts, due = excluded.due, fetched = excluded.fetched,
        entity_tag = excluded.entity_tag, last_modified = excluded.last_modified
      """,
      [
        .integer(feed), .text(item.key), .text(item.title), .text(item.page), .text(item.pageKey),
        .text(item.host), .text(item.fingerprint), .text(item.state.rawValue), .text(item.reason),
        .text(item.article?.rawValue), .text(try item.record.map { try CanonicalJSON.string($0) }),
        .integer(item.attempts), .integer(item.due.secondsSinceEpoch),
        item.fetched.map { .integer($0.secondsSinceEpoch) } ?? .null, .text(item.entityTag),
        .text(item.lastModified),
      ])
  }

  private func item(_ row: SQLiteRow) throws -> RegisteredItem {
    let number = row.integer(0)
    let record = try row.optionalText(11).map {
      try decode(Article.self, $0, what: "the record of feed item \(number)")
    }
    var item = FeedItem(
      key: row.text(2), title: row.optionalText(3), page: row.optionalText(4),
      pageKey: row.optionalText(5), host: row.text(6), fingerprint: row.text(7), record: record,
      due: CivilTime(secondsSinceEpoch: row.integer(13)))
    item.state = FeedItemState(rawValue: row.text(8)) ?? .failed
    item.reason = row.optionalText(9)
    item.article = row.optionalText(10).map { ArticleID($0) }
    item.attempts = row.integer(12)
    if case .integer(let seconds) = row.value(14) {
      item.fetched = CivilTime(secondsSinceEpoch: seconds)
    }
    item.entityTag = row.optionalText(15)
    item.lastModified = row.optionalText(16)
    return RegisteredItem(number: number, feed: row.integer(1), item: item)
  }
}
