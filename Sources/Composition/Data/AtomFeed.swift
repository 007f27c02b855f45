public import Primitives

/// Writes an Atom feed (RFC 4287) whose addresses are relative to the feed, so that it works wherever the site lies.
public struct AtomFeed: Sendable {
  /// One entry.
  public struct Entry: Sendable {
    /// A name that stays the same as long as the thing does.
    public let id: String
    /// The headline.
    public let title: String
    /// When it was published or last changed.
    public let updated: CivilTime
    /// Where it can be read, relative to the feed.
    public let address: String
    /// Who published it.
    public let author: String
    /// A few words, as text.
    public let summary: String?

    /// Creates an entry.
    public init(
      id: String, title: String, updated: CivilTime, address: String, author: String,
      summary: String? = nil
    ) {
      self.id = id
      self.title = title
      self.updated = updated
      self.address = address
      self.author = author
      self.summary = summary
    }
  }

  private let id: String
  private let title: String
  private let updated: CivilTime
  private let address: String

  /// Creates the feed of a page; `id` tells it from the site's other feeds.
  public init(id: String, title: String, updated: CivilTime, address: String) {
    self.id = id
    self.title = title
    self.updated = updated
    self.address = address
  }

  /// The feed as XML in UTF-8.
  public func render(_ entries: [Entry]) -> String {
    let items = entries.map { entry -> HTML in
      let summary = entry.summary.map { words -> HTML in "<summary>\(words)</summary>" }
      return """
        <entry><id>\(Self.name(entry.id))</id><title>\(entry.title)</title>\
        <updated>\(Self.time(entry.updated))</updated><author><name>\(entry.author)</name></author>\
        <link rel="alternate" type="text/html" href="\(entry.address)"/>\(summary)</entry>

        """
    }
    let feed: HTML = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom">
      <id>\(Self.name(id))</id><title>\(title)</title><updated>\(Self.time(updated))</updated>
      <link rel="alternate" type="text/html" href="\(address)"/><generator>Backgrounder</generator>
      \(items.joined())</feed>

      """
    return feed.markup
  }

  /// A name in the form of an address, as Atom asks for: a digest, so that any id fits.
  static func name(_ id: String) -> String {
    "urn:backgrounder:\(Digest(of: id).short(32))"
  }

  /// A time as RFC 3339 writes it; a day without a time of day is its midnight in UTC.
  static func time(_ time: CivilTime) -> String {
    time.secondOfDay == nil ? "\(time)T00:00:00Z" : "\(time)"
  }
}
