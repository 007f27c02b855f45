import Primitives

/// How a file's content is to be read.
enum ContentKind: Equatable {
  case plainText
  case markdown
  case jsonLines
  case html
  /// Feeds, NewsML, NITF: the outermost element says which.
  case xml
  /// One JSON value: a JSON Feed, ninjs, records.
  case json
  case table
  case archive
  case warc

  /// The kind that a file's name says; nil when the name does not say.
  init?(suffix: String) {
    switch suffix {
    case "txt", "text": self = .plainText
    case "md", "markdown", "mdown": self = .markdown
    case "jsonl", "ndjson", "jsonlines": self = .jsonLines
    case "html", "htm", "xhtml", "shtml": self = .html
    case "xml", "rss", "rdf", "atom", "cdf", "opml", "nitf", "newsml", "nml", "g2": self = .xml
    case "json", "ninjs", "jsonfeed": self = .json
    case "csv", "tsv": self = .table
    case "epub", "zip", "tar", "gz", "tgz", "bz2", "tbz", "tbz2", "xz", "txz", "zst":
      self = .archive
    case "warc": self = .warc
    default: return nil
    }
  }

  /// The kind of content by its name, corrected where the first bytes show clearly another.
  ///
  /// Pages are saved as ".xml" and feeds as ".html"; a name without a suffix says nothing.
  init(name suffix: String, head: [UInt8]) {
    let named = ContentKind(suffix: suffix)
    let shown = ContentKind(sniffing: head)
    switch named {
    case nil: self = suffix.isEmpty || shown != .archive ? shown : .plainText
    case .xml: self = shown == .plainText ? .xml : shown
    case .json: self = shown == .jsonLines ? .json : shown == .plainText ? .json : shown
    case .html, .plainText: self = shown == .xml ? .xml : named ?? shown
    case .some(let kind): self = kind
    }
  }

  /// The kind that the first bytes show; text when they show nothing else.
  init(sniffing head: [UInt8]) {
    if ArchiveSignature.matches(head) {
      self = .archive
      return
    }
    let start = Self.contentStart(head)
    guard start < head.count else {
      self = .plainText
      return
    }
    if head[start...].starts(with: "WARC/".utf8) {
      self = .warc
    } else if Self.opensDocument(head[start...]) {
      self = .json
    } else if Self.opensRecord(head[start...]) {
      self = .jsonLines
    } else if XMLSniffer.opensNews(head) {
      self = .xml
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

  /// Whether the bytes open an array of objects, or one object over several lines or of a feed.
  private static func opensDocument(_ bytes: ArraySlice<UInt8>) -> Bool {
    let next = bytes.dropFirst().first { !$0.isASCIIWhitespace }
    if bytes.first == UInt8(ascii: "[") { return next == UInt8(ascii: "{") }
    guard opensRecord(bytes) else { return false }
    let line = bytes.prefix(512).prefix { $0 != 0x0A }
    let isOpenLine = line.dropFirst().allSatisfy(\.isASCIIWhitespace) && line.count < 512
    return isOpenLine
      || String(decoding: bytes.prefix(512), as: UTF8.self).contains("jsonfeed.org/version")
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
    let text = bytes.prefix(4096).map { $0.isASCIIUppercase ? $0 + 0x20 : $0 }
    return text.indices.contains { index in
      text[index] == UInt8(ascii: "<") && pageTags.contains { text[index...].starts(with: $0) }
    }
  }

  private static let pageTags = [
    "<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<meta", "<h1",
  ].map { Array($0.utf8) }
}
