import Primitives

/// Cuts markup into tags and text; any bytes give tokens, none trap.
struct MarkupScanner {
  /// A start tag.
  struct Tag: Hashable {
    let name: String
    var id: String?
    var classes: [String] = []
    /// Whether it has no end tag.
    var isEmpty = false
  }

  enum Token: Hashable {
    case text([UInt8])
    case start(Tag)
    case end(String)
  }

  private let bytes: [UInt8]
  private var position = 0

  private static let voidElements: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
  ]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next token; nil at the end.
  mutating func next() -> Token? {
    while position < bytes.count {
      if bytes[position] != UInt8(ascii: "<") { return .text(text()) }
      let end = endOfTag(from: position)
      let inside = bytes[(position + 1)..<max(position + 1, end)]
      position = min(bytes.count, end + 1)
      switch inside.first {
      case UInt8(ascii: "!"): continue
      case UInt8(ascii: "/"): return .end(Self.name(inside.dropFirst()))
      default: return .start(Self.tag(inside))
      }
    }
    return nil
  }

  private mutating func text() -> [UInt8] {
    let end = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    defer { position = end }
    return Self.decoded(bytes[position..<end])
  }

  /// The place of the `>` that ends a tag; one inside quotation marks does not.
  private func endOfTag(from start: Int) -> Int {
    var isQuoted = false
    for index in start..<bytes.count {
      if bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if bytes[index] == UInt8(ascii: ">"), !isQuoted { return index }
    }
    return bytes.count
  }

  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    String(
      decoding: bytes.prefix { !$0.isASCIIWhitespace && $0 != UInt8(ascii: "/") }, as: UTF8.self
    )
    .lowercased()
  }

  private static func tag(_ inside: ArraySlice<UInt8>) -> Tag {
    var tag = Tag(name: name(inside))
    tag.isEmpty = voidElements.contains(tag.name) || inside.last == UInt8(ascii: "/")
    tag.id = attribute("id", in: inside)
    let classes = attribute("class", in: inside) ?? ""
    tag.classes = classes.split(separator: " ").map { String($0) }
    return tag
  }

  /// The value of an attribute, decoded.
  private static func attribute(_ name: String, in inside: ArraySlice<UInt8>) -> String? {
    let wanted = Array(" \(name)=\"".utf8)
    var start = inside.startIndex
    var isQuoted = false
    while start + wanted.count <= inside.endIndex {
      if !isQuoted, inside[start..<start + wanted.count].elementsEqual(wanted) {
        let value = inside[(start + wanted.count)...].prefix { $0 != UInt8(ascii: "\"") }
        return String(decoding: decoded(value), as: UTF8.self)
      }
      if inside[start] == UInt8(ascii: "\"") { isQuoted.toggle() }
      start += 1
    }
    return nil
  }

  private static let references: [(name: [UInt8], byte: UInt8)] = [
    (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&lt;".utf8), UInt8(ascii: "<")),
    (Array("&gt;".utf8), UInt8(ascii: ">")), (Array("&quot;".utf8), UInt8(ascii: "\"")),
    (Array("&#39;".utf8), UInt8(ascii: "'")),
  ]

  /// Text with the five references that this program writes decoded.
  private static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var rest = bytes
    while let byte = rest.first {
      if byte == UInt8(ascii: "&"),
        let known = references.first(where: { rest.starts(with: $0.name) })
      {
        result.append(known.byte)
        rest = rest.dropFirst(known.name.count)
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
