/// The tags of a page, found the plain way: enough to see what a browser would run or follow.
struct Markup {
  /// One start tag with its attributes, names in lower case.
  struct Tag {
    let name: String
    let attributes: [(name: String, value: String)]
  }

  let tags: [Tag]

  init(_ page: String) {
    var tags: [Tag] = []
    var rest = page.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[page.utf8.index(after: open)...]
      guard let first = rest.first, (first | 0x20) >= 0x61, (first | 0x20) <= 0x7A else { continue }
      let content = rest.prefix { $0 != UInt8(ascii: ">") }
      rest = rest[content.endIndex...]
      tags.append(Self.tag(Substring(content)))
    }
    self.tags = tags
  }

  /// All addresses that the page links to or loads.
  var links: [String] {
    tags.flatMap { tag in
      tag.attributes.filter { ["href", "src", "action"].contains($0.name) }.map(\.value)
    }
  }

  private static func tag(_ text: Substring) -> Tag {
    let name = text.prefix { !$0.isWhitespace && $0 != "/" }
    var attributes: [(name: String, value: String)] = []
    var rest = text[name.endIndex...]
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "/" }
      guard !rest.isEmpty else { break }
      let key = rest.prefix { $0 != "=" && !$0.isWhitespace }
      rest = rest[key.endIndex...]
      var value = Substring()
      if rest.first == "=" {
        rest = rest.dropFirst()
        if let quote = rest.first, quote == "\"" || quote == "'" {
          value = rest.dropFirst().prefix { $0 != quote }
          rest = rest[value.endIndex...].dropFirst()
        } else {
          value = rest.prefix { !$0.isWhitespace }
          rest = rest[value.endIndex...]
        }
      } else if key.isEmpty {
        rest = rest.dropFirst()
      }
      attributes.append((key.lowercased(), String(value)))
    }
    return Tag(name: name.lowercased(), attributes: attributes)
  }
}
