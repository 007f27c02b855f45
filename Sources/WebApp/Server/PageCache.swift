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
    var entries = RecentValues<String, Entry>(room: PageCache.limit) { $0.body.count }
  }

  /// Bytes: enough for 1,500 dossiers of the usual size.
  private static let limit = 192 << 20

  private let pages = Mutex(Pages())

  func entry(_ path: String, edition: String) -> Entry? {
    pages.withLock { pages in
      pages.edition == edition ? pages.entries.value(of: path) : nil
    }
  }

  func keep(_ page: SitePage, edition: String) -> Entry {
    let entry = Entry(
      contentType: page.contentType, body: page.body, tag: Digest(of: page.body).short(32))
    pages.withLock { pages in
      if pages.edition != edition { pages = Pages(edition: edition) }
      pages.entries.keep(entry, of: page.path)
    }
    return entry
  }
}
