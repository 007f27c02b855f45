/// Reads a stream of JSON Lines: every line is an article, a refusal named `path:line`, or blank.
struct JSONLinesReader {
  private let name: String
  private let records: RecordReader
  private var splitter: LineSplitter
  private var isEmpty = true

  init(limits: ReadingLimits, name: String) {
    self.name = name
    records = RecordReader(limits: limits)
    splitter = LineSplitter(limit: limits.articleBytes)
  }

  /// Takes the next bytes of the stream.
  mutating func take(_ bytes: [UInt8], each: (ReadOutcome) throws -> Void) rethrows {
    var found = 0
    try splitter.take(bytes) { [records, name] line, number in
      if let outcome = records.read(line, input: "\(name):\(number)", file: name) {
        found += 1
        try each(outcome)
      }
    }
    if found > 0 { isEmpty = false }
  }

  /// Reads a last line without a line feed; a stream of blank lines only is refused.
  mutating func finish(each: (ReadOutcome) throws -> Void) rethrows {
    var found = 0
    try splitter.finish { [records, name] line, number in
      if let outcome = records.read(line, input: "\(name):\(number)", file: name) {
        found += 1
        try each(outcome)
      }
    }
    if isEmpty, found == 0 { try each(.refused(Refusal(name, .empty))) }
  }
}
