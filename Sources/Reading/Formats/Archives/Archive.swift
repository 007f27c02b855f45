import CArchive
import Glibc
import Primitives

/// An archive that libarchive reads from a stream of bytes.
@safe final class Archive {
  /// One entry.
  struct Entry {
    let path: String
    let isFile: Bool
    let isFolder: Bool
    let isEncrypted: Bool
    /// It is the content of a compressed file, not a file in an archive.
    let isWholeFile: Bool
  }

  /// What comes next.
  enum Step {
    case entry(Entry)
    case end
    case fault(RefusalReason)
  }

  private var archive: OpaquePointer?
  private let source: Source
  private var fault: RefusalReason?

  /// Opens an archive whose first bytes are given.
  init(head: [UInt8], next: @escaping () -> StreamChunk, budget: ArchiveBudget?) {
    source = Source(head: head, next: next, budget: budget)
    unsafe archive = archive_read_new()
    guard let archive = unsafe archive else { return }
    unsafe archive_read_support_filter_gzip(archive)
    unsafe archive_read_support_filter_bzip2(archive)
    unsafe archive_read_support_filter_xz(archive)
    unsafe archive_read_support_filter_zstd(archive)
    unsafe archive_read_support_format_tar(archive)
    unsafe archive_read_support_format_zip_streamable(archive)
    unsafe archive_read_support_format_raw(archive)
    unsafe archive_read_support_format_empty(archive)
    let data = unsafe Unmanaged.passUnretained(source).toOpaque()
    let result = unsafe archive_read_open(
      archive, data, nil,
      { _, data, buffer in
        guard let data = unsafe data else { return 0 }
        let source = unsafe Unmanaged<Source>.fromOpaque(data).takeUnretainedValue()
        return unsafe source.give(buffer)
      }, nil)
    if result < ARCHIVE_WARN { fault = reason() }
  }

  deinit { close() }

  /// Frees what libarchive holds; nothing can be read any more.
  func close() {
    if let open = unsafe archive { unsafe archive_read_free(open) }
    unsafe archive = nil
  }

  /// Goes on to the next entry.
  func nextEntry() -> Step {
    if let fault { return .fault(fault) }
    guard let archive = unsafe archive else { return .end }
    var found: OpaquePointer?
    let result = unsafe archive_read_next_header(archive, &found)
    if result == ARCHIVE_EOF { return source.fault.map { .fault($0) } ?? .end }
    guard result >= ARCHIVE_WARN, let entry = unsafe found else {
      fault = reason()
      return .fault(fault ?? .brokenArchive("unknown"))
    }
    return unsafe .entry(describe(entry))
  }

  /// The next bytes of the entry.
  func nextChunk() -> StreamChunk {
    guard let archive = unsafe archive else { return .end }
    var start: UnsafeRawPointer?
    var size = 0
    var offset: Int64 = 0
    while true {
      let result = unsafe archive_read_data_block(archive, &start, &size, &offset)
      if result == ARCHIVE_EOF { return .end }
      guard result >= ARCHIVE_WARN else {
        fault = reason()
        return .fault(fault ?? .brokenArchive("unknown"))
      }
      guard size > 0, let start = unsafe start else { continue }
      return unsafe .bytes(Array(UnsafeRawBufferPointer(start: start, count: size)))
    }
  }

  private func describe(_ entry: OpaquePointer) -> Entry {
    let type = unsafe archive_entry_filetype(entry)
    let isWholeFile = unsafe archive_format(archive) == ARCHIVE_FORMAT_RAW
    let path = unsafe archive_entry_pathname(entry).map { unsafe String(cString: $0) }
    return unsafe Entry(
      path: path ?? "unnamed", isFile: type == S_IFREG || isWholeFile, isFolder: type == S_IFDIR,
      isEncrypted: archive_entry_is_encrypted(entry) != 0, isWholeFile: isWholeFile)
  }

  /// What libarchive found wrong, or what the stream under it reported.
  private func reason() -> RefusalReason {
    if let fault = source.fault { return fault }
    let words = unsafe archive_error_string(archive).map { unsafe String(cString: $0) }
    return .brokenArchive(words?.lowercased() ?? "unknown")
  }
}

/// Hands libarchive the packed bytes; keeps each piece alive until the next is asked for.
@safe private final class Source {
  private var head: [UInt8]?
  private let next: () -> StreamChunk
  private let budget: ArchiveBudget?
  private var piece = unsafe UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)
  private(set) var fault: RefusalReason?

  init(head: [UInt8], next: @escaping () -> StreamChunk, budget: ArchiveBudget?) {
    self.head = head
    self.next = next
    self.budget = budget
  }

  deinit { unsafe piece.deallocate() }

  /// Puts the place of the next bytes into `buffer`; returns their number, 0 at the end, -1 on a fault.
  func give(_ buffer: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
    unsafe piece.deallocate()
    unsafe piece = UnsafeMutableBufferPointer(start: nil, count: 0)
    switch head.map({ .bytes($0) }) ?? next() {
    case .end: return 0
    case .fault(let reason):
      fault = reason
      return -1
    case .bytes(let bytes):
      head = nil
      budget?.packed += bytes.count
      unsafe piece = .allocate(capacity: bytes.count)
      _ = unsafe piece.initialize(from: bytes)
      unsafe buffer?.pointee = UnsafeRawPointer(piece.baseAddress)
      return bytes.count
    }
  }
}
