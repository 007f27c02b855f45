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
    var newer: [String: Entry] = [:]
    var older: [String: Entry] = [:]
    /// The size of the newer ones.
    var bytes = 0

    mutating func put(_ entry: Entry, _ path: String) {
      if newer.updateValue(entry, forKey: path) == nil { bytes += entry.body.count }
      guard bytes > PageCache.limit / 2 else { return }
      older = newer
      newer = [:]
      bytes = 0
    }
  }

  /// Enough for 1,500 dossiers of the usual size; when half of it is full, what was not asked for since the half before is dropped.
  private static let limit = 192 << 20

  private let pages = Mutex(Pages())

  func entry(_ path: String, edition: String) -> Entry? {
    pages.withLock { pages in
      guard pages.edition == edition else { return nil }
      if let entry = pages.newer[path] { return entry }
      guard let entry = pages.older[path] else { return nil }
      pages.put(entry, path)
      return entry
    }
  }

  func keep(_ page: SitePage, edition: String) -> Entry {
    let entry = Entry(
      contentType: page.contentType, body: page.body, tag: Digest(of: page.body).short(32))
    pages.withLock { pages in
      if pages.edition != edition { pages = Pages(edition: edition) }
      pages.put(entry, page.path)
    }
    return entry
  }
}
