import Primitives

/// How a file's content is to be read.
enum ContentKind: Equatable {
  case plainText
  case markdown
  case jsonLines
  case html

  /// The kind that a file's name says; nil when the name does not say.
  init?(suffix: String) {
    switch suffix {
    case "txt", "text": self = .plainText
    case "md", "markdown", "mdown": self = .markdown
    case "jsonl", "ndjson", "jsonlines": self = .jsonLines
    case "html", "htm", "xhtml", "shtml": self = .html
    default: return nil
    }
  }

  /// The kind that the first bytes show; text when they show nothing else.
  init(sniffing head: [UInt8]) {
    let start = Self.contentStart(head)
    guard start < head.count else {
      self = .plainText
      return
    }
    if Self.opensRecord(head[start...]) {
      self = .jsonLines
    } else if Self.opensPage(head[start...]) {
      self = .html
    } else {
      self = .plainText
    }
  }

  /// The letters after the last point of a name, in lower case; empty when there are none.
  static func suffix(of path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? ""[...].utf8
    guard let point = name.lastIndex(of: UInt8(ascii: ".")), point != name.startIndex else {
      return ""
    }
    return String(name[name.index(after: point)...])?.lowercased() ?? ""
  }

  private static func contentStart(_ head: [UInt8]) -> Int {
    var start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < head.count, head[start].isASCIIWhitespace { start += 1 }
    return start
  }

  /// Whether the bytes open with `{` and, after white space, a quotation mark or `}`.
  private static func opensRecord(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.first == UInt8(ascii: "{") else { return false }
    let next = bytes.dropFirst().first { !$0.isASCIIWhitespace }
    return next == nil || next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
  }

  /// Whether the bytes open as a page does, or hold one of the tags that only pages have.
  private static func opensPage(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.first == UInt8(ascii: "<") else { return false }
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    return ["<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<meta", "<h1"]
      .contains { text.contains($0) }
  }
}
