import Primitives
import Synchronization

/// Pages of one edition that were asked for, so that they are made once.
final class PageCache: Sendable {
  /// A page ready to be sent.
  struct Entry: Sendable {
    let contentType: String
    let body: [UInt8]
    let tag: String
  }

  private struct Pages {
    var edition = ""
    var entries: [String: Entry] = [:]
    var bytes = 0
  }

  /// Enough for some 2,000 pages; when it is full everything is dropped, which costs one page each.
  private static let limit = 64 << 20

  private let pages = Mutex(Pages())

  func entry(_ path: String, edition: String) -> Entry? {
    pages.withLock { $0.edition == edition ? $0.entries[path] : nil }
  }

  func keep(_ page: SitePage, edition: String) -> Entry {
    let entry = Entry(
      contentType: page.contentType, body: page.body, tag: Digest(of: page.body).short(32))
    pages.withLock { pages in
      if pages.edition != edition || pages.bytes + entry.body.count > Self.limit {
        pages = Pages(edition: edition)
      }
      if pages.entries.updateValue(entry, forKey: page.path) == nil {
        pages.bytes += entry.body.count
      }
    }
    return entry
  }
}
