import Glibc

/// An open file, pipe or standard input that is read in chunks.
struct FileSource: ~Copyable {
  private let descriptor: Int32
  private let closes: Bool

  /// What a chunk of a file may hold, in bytes: large enough that calls do not count.
  static let chunkBytes = 256 << 10

  /// Opens a file for reading; throws the reason when it cannot be opened.
  init(path: String) throws(FileFault) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    closes = true
    if descriptor < 0 { throw FileFault(code: errno) }
  }

  private init(standardInput: Int32) {
    descriptor = standardInput
    closes = false
  }

  /// Standard input, which is not closed.
  static var standardInput: FileSource { FileSource(standardInput: STDIN_FILENO) }

  deinit {
    if closes, descriptor >= 0 { _ = close(descriptor) }
  }

  /// Reads the next bytes; empty at the end.
  func chunk() throws(FileFault) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Self.chunkBytes) { buffer, count in
      var result: Int
      repeat {
        result = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      } while result < 0 && errno == EINTR
      if result < 0 { failure = errno }
      count = max(0, result)
    }
    if failure != 0 { throw FileFault(code: failure) }
    return bytes
  }
}

/// Why the system would not open or read a file.
struct FileFault: Error {
  let code: Int32

  /// The refusal that a person can act upon.
  var reason: RefusalReason {
    code == ENOENT ? .missing : .unreadable(unsafe String(cString: strerror(code)).lowercased())
  }
}
