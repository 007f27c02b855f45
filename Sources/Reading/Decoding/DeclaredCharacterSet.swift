import Primitives

/// Finds the character set that a page declares in its first bytes.
enum DeclaredCharacterSet {
  /// The label in `<meta charset>`, `http-equiv` or the XML declaration; nil when there is none.
  ///
  /// Looks at the first 4096 bytes, where HTML asks for the first 1024: pages come late with it.
  static func find(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096).map { $0.isASCIIUppercase ? $0 + 0x20 : $0 }
    var index = 0
    while let found = position(of: "charset", in: head, from: index)
      ?? position(of: "encoding", in: head, from: index)
    {
      index = found
      while index < head.count, head[index].isASCIILetter { index += 1 }
      while index < head.count, head[index].isASCIIWhitespace { index += 1 }
      guard index < head.count, head[index] == UInt8(ascii: "=") else { continue }
      index += 1
      let label = head[index...]
        .drop { $0.isASCIIWhitespace || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        .prefix { $0.isASCIILetter || $0.isASCIIDigit || "-_:.".utf8.contains($0) }
      if !label.isEmpty { return String(decoding: label, as: UTF8.self) }
    }
    return nil
  }

  private static func position(of word: String, in bytes: [UInt8], from start: Int) -> Int? {
    let word = Array(word.utf8)
    var index = start
    while index + word.count <= bytes.count {
      if bytes[index..<index + word.count].elementsEqual(word) { return index }
      index += 1
    }
    return nil
  }
}
