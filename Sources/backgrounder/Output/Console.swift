import Glibc
import Primitives
import Synchronization

/// Results on standard output, everything else on standard error.
enum Console {
  /// Thrown when the reader of standard output has gone away.
  struct Closed: Error {}

  private static let buffer = Mutex<[UInt8]>([])

  /// Writes a line to standard output; buffered.
  static func write(_ line: String) {
    // A closed reader ends the command at the next `writeLine`; here the text is short.
    try? writeLine(Array(line.utf8))
  }

  /// Writes a line of bytes to standard output; throws `Closed` when nobody reads any more.
  static func writeLine(_ bytes: [UInt8]) throws {
    try buffer.withLock { pending in
      pending.append(contentsOf: bytes)
      pending.append(0x0A)
      if pending.count >= 1 << 16 {
        let isOpen = send(pending, to: STDOUT_FILENO)
        pending.removeAll(keepingCapacity: true)
        if !isOpen { throw Closed() }
      }
    }
  }

  /// Writes a value as one line of canonical JSON.
  static func writeJSON(_ value: some Encodable) throws {
    try writeLine(try CanonicalJSON.encode(value))
  }

  /// Sends what is buffered.
  static func flush() {
    buffer.withLock { pending in
      _ = send(pending, to: STDOUT_FILENO)
      pending.removeAll()
    }
  }

  /// Writes a line to standard error.
  static func error(_ line: String) {
    _ = send(Array(line.utf8) + [0x0A], to: STDERR_FILENO)
  }

  /// Whether standard error is a terminal: progress is only shown to people.
  static let isInteractive = isatty(STDERR_FILENO) == 1

  private static func send(_ bytes: [UInt8], to file: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { all in
        unsafe Glibc.write(file, all.baseAddress?.advanced(by: sent), bytes.count - sent)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}
