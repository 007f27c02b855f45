/// Cuts a stream of bytes into lines with bounded memory.
///
/// A line beyond the limit is dropped as it streams by and reported once, at its end.
struct LineSplitter {
  /// One line, or the news that it was too long to keep.
  enum Line: Equatable {
    case whole([UInt8])
    case tooLong
  }

  private let limit: Int
  private var line: [UInt8] = []
  private var overflowed = false
  private(set) var number = 0

  init(limit: Int) {
    self.limit = limit
  }

  /// Takes the next bytes and hands on every line that they complete, with its number from 1.
  mutating func take(
    _ bytes: some Collection<UInt8>, each: (Line, Int) throws -> Void
  ) rethrows {
    var rest = bytes[...]
    while let feed = rest.firstIndex(of: 0x0A) {
      append(rest[..<feed])
      rest = rest[rest.index(after: feed)...]
      try finishLine(each: each)
    }
    append(rest)
  }

  /// Hands on the last line when it did not end with a line feed.
  mutating func finish(each: (Line, Int) throws -> Void) rethrows {
    if overflowed || !line.isEmpty { try finishLine(each: each) }
  }

  private mutating func append(_ bytes: some Collection<UInt8>) {
    guard !overflowed else { return }
    if line.count + bytes.count > limit {
      overflowed = true
      line = []
    } else {
      line.append(contentsOf: bytes)
    }
  }

  private mutating func finishLine(each: (Line, Int) throws -> Void) rethrows {
    number += 1
    let finished: Line = overflowed ? .tooLong : .whole(line)
    overflowed = false
    line.removeAll(keepingCapacity: true)
    try each(finished, number)
  }
}
