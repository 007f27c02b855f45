import Primitives

/// Tells news in XML from pages by the outermost element.
enum XMLSniffer {
  private static let roots: Set<String> = [
    "rss", "rdf", "feed", "channel", "opml", "newsitem", "packageitem", "newsmessage",
    "knowledgeitem", "conceptitem", "planningitem", "catalogitem", "newsml", "nitf", "contentset",
    "contentmeta", "groupset", "urlset", "sitemapindex",
  ]

  /// Whether the first element is one of those that feeds and news formats open with.
  static func opensNews(_ head: [UInt8]) -> Bool {
    guard let name = firstElement(head) else { return false }
    return roots.contains(name)
  }

  /// The local name of the first element, in lower case.
  ///
  /// In UTF-16 every second byte is zero; those are passed over.
  private static func firstElement(_ head: [UInt8]) -> String? {
    let bytes = head.filter { $0 != 0 }
    var index = 0
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      let rest = bytes[open...]
      if rest.starts(with: "<!--".utf8) {
        guard let end = Self.end(of: "-->", in: bytes, from: open + 4) else { return nil }
        index = end
      } else if rest.starts(with: "<?".utf8) || rest.starts(with: "<!".utf8) {
        guard let end = bytes[open...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
        index = end + 1
      } else {
        let name = rest.dropFirst().prefix { !$0.isASCIIWhitespace && !"/>".utf8.contains($0) }
        let local = name.split(separator: UInt8(ascii: ":")).last ?? name
        return String(decoding: local, as: UTF8.self).lowercased()
      }
    }
    return nil
  }

  private static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index...].starts(with: mark.utf8) { return index + mark.utf8.count }
      index += 1
    }
    return nil
  }
}
