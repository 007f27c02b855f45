import Fetching
import NewsModel
import Primitives
import Reading
import Storage

/// Tells which items of a fetched feed are new or changed, and what is to be done with them.
struct FeedItemSorter {
  let store: LibraryStore
  let feed: RegisteredFeed
  let now: CivilTime

  /// The items to put into the register: new ones and those of which the feed says something else now.
  /// - Complexity: two look-ups for each item of the feed.
  func items(of fetched: FetchedFeed) throws -> [FeedItem] {
    let keys = Self.keys(of: fetched.entries)
    let known = Set(keys)
    var pages: [String: Int] = [:]
    for entry in fetched.entries {
      if let page = Self.pageKey(of: entry) { pages[page, default: 0] += 1 }
    }
    var seen: Set<String> = []
    var items: [FeedItem] = []
    for (entry, key) in zip(fetched.entries, keys) where seen.insert(key).inserted {
      let isAlone = Self.pageKey(of: entry).map { pages[$0] == 1 } ?? true
      let item = item(entry, key: key, isAloneOnPage: isAlone)
      if let item = try compared(item, among: known) { items.append(item) }
    }
    items += try refused(fetched.refusals)
    return items
  }

  /// What tells the items of a feed apart: an own name that no other item has, else the page, else the words.
  private static func keys(of entries: [FeedEntry]) -> [String] {
    var counts: [String: Int] = [:]
    for entry in entries { if let name = entry.identifier { counts[name, default: 0] += 1 } }
    return entries.map { entry in
      if let name = entry.identifier, !name.isEmpty, counts[name] == 1 {
        return Digest(fields: ["guid", name]).short(24)
      }
      if let page = pageKey(of: entry) { return Digest(fields: ["page", page]).short(24) }
      return Digest(fields: ["words", fingerprint(entry.article)]).short(24)
    }
  }

  private static func pageKey(of entry: FeedEntry) -> String? {
    entry.article.url.map { ArticleAddress.key($0) }
  }

  /// A digest of what readers see of an item; counts of comments and the like are left out.
  private static func fingerprint(_ article: Article) -> String {
    Digest(fields: [
      article.url.map { ArticleAddress.key($0) } ?? "", article.title ?? "",
      article.standfirst ?? "", article.text, article.published?.description ?? "",
      article.modified?.description ?? "",
    ]).short(24)
  }

  private func item(_ entry: FeedEntry, key: String, isAloneOnPage: Bool) -> FeedItem {
    var article = entry.article
    let fingerprint = Self.fingerprint(article)
    let page = article.url.map { ArticleAddress.cleaned($0) }
    article.file = nil
    article.url = page
    // Posts of one page, as in a running report, are articles of their own.
    if !isAloneOnPage, entry.isFullText { article.id = ArticleID(key) }
    let address = page.flatMap { WebAddress($0) }
    let needsPage = !entry.isFullText && address != nil
    var item = FeedItem(
      key: key, title: article.title, page: page, pageKey: page.map { ArticleAddress.key($0) },
      host: needsPage ? address?.host ?? "" : "", fingerprint: fingerprint, record: article,
      due: now)
    if !needsPage, article.text.isEmpty {
      item.state = .failed
      item.record = nil
      item.reason = "the item holds neither text nor the address of a page of the web"
    }
    return item
  }

  /// The item with what is known of it; nil when nothing is new about it.
  private func compared(_ item: FeedItem, among keys: Set<String>) throws -> FeedItem? {
    var item = item
    let found = try store.feedItem(feed: feed.number, key: item.key, pageKey: item.pageKey)
    if let known = found?.item, known.key == item.key || !keys.contains(known.key) {
      if known.fingerprint == item.fingerprint { return nil }
      item.key = known.key
      item.article = known.article
      item.fetched = known.fetched
      // Another page's validators would say that it is unchanged.
      if known.pageKey == item.pageKey {
        item.entityTag = known.entityTag
        item.lastModified = known.lastModified
      }
      return item
    }
    if let article = try articleOfOtherFeed(item) {
      item.state = .filed
      item.article = article.0
      item.fetched = article.1
      item.record = nil
    }
    return item
  }

  /// The article of a page that another feed led to after the item was last changed.
  private func articleOfOtherFeed(_ item: FeedItem) throws -> (ArticleID, CivilTime)? {
    guard !item.host.isEmpty, let page = item.pageKey,
      let stamp = item.record?.modified ?? item.record?.published,
      let other = try store.fetchedItem(pageKey: page, notOf: feed.number)?.item,
      let article = other.article, let fetched = other.fetched, stamp <= fetched
    else { return nil }
    return (article, fetched)
  }

  /// Items that could not be read are kept with the reason, so that they are seen.
  private func refused(_ refusals: [Refusal]) throws -> [FeedItem] {
    try refusals.filter { $0.input != feed.feed.url }.compactMap { refusal in
      let key = Digest(fields: ["refused", refusal.input, refusal.reason]).short(24)
      var item = FeedItem(
        key: key, title: nil, page: nil, pageKey: nil, host: "", fingerprint: key, record: nil,
        due: now)
      item.state = .failed
      item.reason = "\(refusal.input): \(refusal.reason)"
      return try compared(item, among: [key])
    }
  }
}
