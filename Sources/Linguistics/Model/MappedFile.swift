#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file mapped into memory for reading, for as long as the object lives.
///
/// Safe to share: the pages are read only, and the address never changes.
@safe final class MappedFile: @unchecked Sendable {
  /// The path that was opened.
  let path: String
  /// The number of bytes.
  let count: Int
  // Page-aligned, readable for `count` bytes until deinit.
  private let address: UnsafeRawPointer

  /// Maps the file; throws `ModelError.unreadable` with the system's reason.
  init(path: String) throws(ModelError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: Self.lastError()) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, reason: Self.lastError())
    }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
      throw .unreadable(path: path, reason: "not a file with content")
    }
    let size = Int(status.st_size)
    guard let mapping = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe mapping != MAP_FAILED
    else { throw .unreadable(path: path, reason: Self.lastError()) }
    self.path = path
    count = size
    unsafe address = UnsafeRawPointer(mapping)
  }

  deinit {
    unsafe munmap(UnsafeMutableRawPointer(mutating: address), count)
  }

  /// Calls `body` with the bytes.
  func withBytes<Result>(_ body: (RawSpan) throws -> Result) rethrows -> Result {
    try body(unsafe RawSpan(_unsafeStart: address, byteCount: count))
  }

  /// The floats at a range of bytes that was checked to be inside and aligned.
  @unsafe func floats(at offset: Int) -> UnsafePointer<Float> {
    unsafe (address + offset).assumingMemoryBound(to: Float.self)
  }

  private static func lastError() -> String {
    guard let text = unsafe strerror(errno) else { return "error \(errno)" }
    return unsafe String(cString: text)
  }
}
