/// Word lists that come with the program, one entry a line.
enum ListResource {
  /// The rows of a list as fields between tabs; blank lines and lines that open with `#` are notes.
  static func rows(_ bytes: [UInt8]) -> [[String]] {
    bytes.split(separator: 0x0A)
      .filter { $0.first != UInt8(ascii: "#") }
      .map { line in
        line.split(separator: 0x09, omittingEmptySubsequences: false)
          .map { String(decoding: $0, as: UTF8.self) }
      }
  }
}
