import Primitives

/// Knows lines such as "4 min read", "Asia4 min read", "Reading time: 5 minutes".
enum ReadingTime {
  /// Whether a line tells how long another text takes to read.
  static func isOne(_ line: some Collection<UInt8>, words: Int) -> Bool {
    guard words <= 10, let minutes = position(in: line) else { return false }
    return minutes > 0 || words <= 6
  }

  /// Where the number of minutes stands; nil when there is none.
  static func position(in line: some Collection<UInt8>) -> Int? {
    let bytes = line.map { $0.isASCIIUppercase ? $0 + 0x20 : $0 }
    for index in bytes.indices where bytes[index].isASCIIDigit {
      if index > 0, bytes[index - 1].isASCIIDigit { continue }
      var end = index
      while end < bytes.count, bytes[end].isASCIIDigit { end += 1 }
      let rest = bytes[end...].drop { $0 == 0x20 || $0 == UInt8(ascii: "-") }
      guard end - index <= 2, rest.starts(with: "min".utf8) else { continue }
      let isReading =
        rest.starts(with: "min read".utf8) || rest.starts(with: "min. read".utf8)
        || rest.starts(with: "mins read".utf8) || rest.starts(with: "minute read".utf8)
        || rest.starts(with: "minutes read".utf8) || rest.starts(with: "min to read".utf8)
        || bytes.starts(with: "reading time".utf8)
      if isReading { return index }
    }
    return nil
  }
}
