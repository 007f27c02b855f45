import CArchive
import NewsModel
import Primitives

/// What archives within archives may unpack together.
///
/// News packs to a tenth, repetitive markup to a fiftieth; deflate can reach a thousandth, and archives in
/// archives the product. So all levels share one count against the bytes of the outermost.
final class ArchiveBudget {
  /// Bytes read of the outermost archive.
  var packed = 0
  /// Bytes unpacked on all levels.
  var unpacked = 0

  private let limits: ReadingLimits

  init(limits: ReadingLimits) { self.limits = limits }

  var isSpent: Bool {
    unpacked > limits.archiveHarmlessBytes && unpacked > packed * limits.archiveRatio
  }

  /// What to say when it is spent.
  var fault: RefusalReason { .archiveSwells(times: limits.archiveRatio) }
}

/// Reads the files in an archive, or the one file in a compressed file, by libarchive.
///
/// Nothing is written to disk. Entries are streamed, so that memory is bounded by what one article may
/// hold.
struct ArchiveReader {
  let reader: ArticleReader
  let name: ContentName

  /// Archives may stand in one another so deep.
  static let depthLimit = 3

  /// Reads all entries of an archive in its order.
  func read(
    head: [UInt8], next: () -> StreamChunk, each: (ReadOutcome) throws -> Void
  ) rethrows {
    guard name.depth < Self.depthLimit else {
      return try each(.refused(Refusal(name.path, .archiveTooDeep(limit: Self.depthLimit))))
    }
    try withoutActuallyEscaping(next) { next in
      let archive = Archive(head: head, next: next, budget: name.depth == 0 ? name.budget : nil)
      try read(archive, each: each)
      // The closure must not outlive this call.
      archive.close()
    }
  }

  private func read(_ archive: Archive, each: (ReadOutcome) throws -> Void) rethrows {
    var entries = 0
    while true {
      switch archive.nextEntry() {
      case .end:
        if entries == 0 { try each(.refused(Refusal(name.path, .emptyArchive))) }
        return
      case .fault(let reason):
        return try each(.refused(Refusal(name.path, reason)))
      case .entry(let entry):
        if try read(entry, of: archive, each: each) { entries += 1 }
        if name.budget.isSpent {
          return try each(.refused(Refusal(name.path, name.budget.fault)))
        }
      }
    }
  }

  /// Reads an entry; false when it is hidden or a folder.
  private func read(
    _ entry: Archive.Entry, of archive: Archive, each: (ReadOutcome) throws -> Void
  ) rethrows -> Bool {
    guard let place = place(of: entry) else { return false }
    if let refusal = refusal(of: entry, suffix: place.suffix) {
      try each(.refused(Refusal(place.path, refusal)))
      return true
    }
    try reader.readStream(
      place,
      next: {
        let chunk = archive.nextChunk()
        if case .bytes(let bytes) = chunk { name.budget.unpacked += bytes.count }
        return name.budget.isSpent ? .fault(name.budget.fault) : chunk
      }, each: each)
    return true
  }

  /// The name of an entry; nil for folders and hidden files, as in folders on disk.
  private func place(of entry: Archive.Entry) -> ContentName? {
    guard !entry.isFolder else { return nil }
    guard !entry.isWholeFile else {
      // A compressed file goes by its own name, and its content by the name without the last suffix.
      let inner = String(name.path.dropLast(name.suffix.utf8.count + 1))
      return ContentName(
        path: name.path, suffix: ContentKind.suffix(of: inner), depth: name.depth + 1,
        budget: name.budget)
    }
    let parts = entry.path.split(separator: "/").filter { $0 != "." }
    let isHidden = parts.contains { $0.hasPrefix(".") && $0 != ".." || $0 == "__MACOSX" }
    guard !isHidden, !isPartOfBook(entry.path) else { return nil }
    let path = "\(name.path)/\(parts.joined(separator: "/"))"
    return ContentName(
      path: path, suffix: ContentKind.suffix(of: path), depth: name.depth + 1, budget: name.budget)
  }

  /// Whether an entry of a book (EPUB) is its cover, style or list of contents: only its pages are texts.
  private func isPartOfBook(_ path: String) -> Bool {
    guard name.suffix == "epub" else { return false }
    return ContentKind(suffix: ContentKind.suffix(of: path)) != .html
  }

  private func refusal(of entry: Archive.Entry, suffix: String) -> RefusalReason? {
    if entry.isEncrypted { return .archiveEntry("encrypted") }
    if !entry.isFile { return .archiveEntry("a link or device") }
    if suffix.isEmpty || ContentKind(suffix: suffix) != nil { return nil }
    return .unknownType(suffix)
  }
}
