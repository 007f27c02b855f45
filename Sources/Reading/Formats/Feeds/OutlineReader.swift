import Primitives

/// Reads a list of feeds (OPML 1.0 and 2.0): every feed in it is refused by its address.
struct OutlineReader {
  func read(
    _ root: XMLElement, name: String, each: (ReadOutcome) throws -> Void
  ) rethrows {
    let feeds = Self.feeds(root)
    for (index, feed) in feeds.enumerated() {
      let reason = RefusalReason.feedList(title: feed.title ?? feed.url, address: feed.url)
      try each(.refused(Refusal("\(name)#\(index + 1)", reason)))
    }
    if feeds.isEmpty {
      try each(.refused(Refusal(name, .emptyFeed(title: root.child("head", "title")?.foldedText))))
    }
  }

  /// The feeds of a list, in its order.
  static func feeds(_ root: XMLElement) -> [FeedReference] {
    root.descendants.filter { $0.local == "outline" }.compactMap { outline in
      let address = outline.attribute("xmlurl") ?? outline.attribute("url")
      return address.map {
        FeedReference(url: $0, title: outline.attribute("title") ?? outline.attribute("text"))
      }
    }
  }
}
