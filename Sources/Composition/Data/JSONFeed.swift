import Primitives

/// Writes a JSON Feed, version 1.1 (jsonfeed.org), of the same entries as an Atom feed.
///
/// Addresses are relative to the feed, so that it works wherever the site lies.
public struct JSONFeed: Sendable {
  private let title: String
  private let address: String

  /// Creates the feed of a page.
  public init(title: String, address: String) {
    self.title = title
    self.address = address
  }

  private struct Document: Encodable {
    let version = "https://jsonfeed.org/version/1.1"
    let title: String
    let homePageURL: String
    let items: [Item]

    enum CodingKeys: String, CodingKey {
      case version, title, items
      case homePageURL = "home_page_url"
    }
  }

  private struct Item: Encodable {
    let id: String
    let url: String
    let title: String
    let contentText: String
    let datePublished: String
    let authors: [Author]

    enum CodingKeys: String, CodingKey {
      case id, url, title, authors
      case contentText = "content_text"
      case datePublished = "date_published"
    }
  }

  private struct Author: Encodable {
    let name: String
  }

  /// The feed as JSON in UTF-8.
  public func render(_ entries: [AtomFeed.Entry]) throws -> [UInt8] {
    let items = entries.map { entry in
      Item(
        id: AtomFeed.name(entry.id), url: entry.address, title: entry.title,
        contentText: entry.summary ?? entry.title, datePublished: AtomFeed.time(entry.updated),
        authors: [Author(name: entry.author)])
    }
    return try CanonicalJSON.encode(Document(title: title, homePageURL: address, items: items))
  }
}
