import Primitives

/// Reads the word lists that come with the package: one entry a line, `#` starts a comment.
enum LanguageList {
  /// The entries of a list.
  static func lines(of bytes: [UInt8]) -> Set<String> { Set(rows(of: bytes).map { $0[0] }) }

  /// The entries in the order of the file, each split at tabs.
  static func rows(of bytes: [UInt8]) -> [[String]] {
    bytes.split(separator: 0x0A).compactMap { line in
      guard line.first != UInt8(ascii: "#") else { return nil }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
      return cells.map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
