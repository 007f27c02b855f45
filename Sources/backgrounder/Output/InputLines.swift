import Glibc

/// Reads standard input line by line as it arrives, with a bound on the length of a line.
struct InputLines {
  /// What came in.
  enum Line {
    case whole([UInt8])
    /// A line over the bound; its bytes were dropped.
    case tooLong
  }

  private let limit: Int
  private var buffer: [UInt8] = []
  private var isAtEnd = false
  private var isDropping = false

  /// Reads lines of so many bytes at most.
  init(limit: Int) {
    self.limit = limit
  }

  /// The next line without its line feed; nil at the end. A last line without a line feed counts.
  mutating func next() -> Line? {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = Array(buffer[..<end])
        buffer.removeFirst(end + 1)
        if isDropping {
          isDropping = false
          return .tooLong
        }
        return .whole(line)
      }
      if buffer.count > limit {
        buffer.removeAll()
        isDropping = true
      }
      guard !isAtEnd else {
        defer { buffer.removeAll() }
        if isDropping { return .tooLong }
        return buffer.isEmpty ? nil : .whole(buffer)
      }
      fill()
    }
  }

  private mutating func fill() {
    let count = unsafe withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { space in
      let count = unsafe Glibc.read(STDIN_FILENO, space.baseAddress, space.count)
      if count > 0 { unsafe buffer.append(contentsOf: space[..<count]) }
      return count
    }
    if count == 0 || (count < 0 && errno != EINTR) { isAtEnd = true }
  }
}
