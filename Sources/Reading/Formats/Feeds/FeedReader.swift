import NewsModel
import Primitives

/// Reads a feed: RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0, CDF.
///
/// Every item gives an article or a refusal named `path#number`, counted from 1.
struct FeedReader {
  let limits: ReadingLimits

  /// Whether an element is the root of a feed.
  static func isFeed(_ root: XMLElement) -> Bool {
    ["rss", "rdf", "feed", "channel"].contains(root.local)
  }

  /// Reads the items of a feed.
  func read(
    _ root: XMLElement, name: String, each: (ReadOutcome) throws -> Void
  ) rethrows {
    let channel = channel(root)
    let head = FeedHead(channel, limits: limits)
    let items = Self.items(root)
    if items.isEmpty { try each(.refused(Refusal(name, .emptyFeed(title: head.title)))) }
    for (index, item) in items.enumerated() {
      let input = "\(name)#\(index + 1)"
      if item.isUnfinished {
        try each(.refused(Refusal(input, .itemBreaksOff)))
      } else {
        try each(outcome(item, head: head, input: input, file: name))
      }
    }
  }

  /// The title of a feed, its items as they stand, and what could not be read of it.
  func entries(
    _ root: XMLElement, name: String
  ) -> (title: String?, entries: [FeedEntry], refusals: [Refusal]) {
    let head = FeedHead(channel(root), limits: limits)
    var entries: [FeedEntry] = []
    var refusals: [Refusal] = []
    for (index, item) in Self.items(root).enumerated() {
      let input = "\(name)#\(index + 1)"
      do throws(ReadingFault) {
        if item.isUnfinished { throw ReadingFault(.itemBreaksOff) }
        entries.append(try FeedItemReader.entry(item, head: head, file: name, limits: limits))
      } catch {
        refusals.append(Refusal(input, error.reason))
      }
    }
    return (head.title, entries, refusals)
  }

  private func outcome(
    _ item: XMLElement, head: FeedHead, input: String, file: String
  ) -> ReadOutcome {
    do throws(ReadingFault) {
      return .article(try FeedItemReader.article(item, head: head, file: file, limits: limits))
    } catch {
      return .refused(Refusal(input, error.reason))
    }
  }

  /// The element with the facts of the feed itself.
  private func channel(_ root: XMLElement) -> XMLElement {
    switch root.local {
    case "rss", "rdf": root.child("channel") ?? root
    default: root
    }
  }

  /// The items, in RSS inside or beside the channel; damaged feeds hold items within items.
  private static func items(_ root: XMLElement) -> [XMLElement] {
    let keys = [FeedKey("item"), FeedKey("entry")]
    return root.descendants.filter { element in
      guard keys.contains(where: { $0.matches(element) }) else { return false }
      return isPlaceOfItems(element.parent)
    }
  }

  private static func isPlaceOfItems(_ parent: XMLElement?) -> Bool {
    guard let parent else { return false }
    return ["rss", "rdf", "channel", "feed", "items", "item", "entry"].contains(parent.local)
  }
}
