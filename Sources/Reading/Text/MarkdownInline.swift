import Primitives

/// The words of a Markdown paragraph without their marks.
struct MarkdownInline {
  private(set) var text: [UInt8] = []
  private(set) var links: [(title: String, url: String)] = []
  private let bytes: [UInt8]
  private var bracketEnds = NextByte(UInt8(ascii: "]"))
  private var addressEnds = NextByte(UInt8(ascii: ")"))
  private var tagEnds = NextByte(UInt8(ascii: ">"))

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var index = 0
    while index < bytes.count { index = take(at: index) }
  }

  /// Takes the construct at an index; returns the index after it.
  private mutating func take(at index: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "\\") where index + 1 < bytes.count && Self.isMark(bytes[index + 1]):
      text.append(bytes[index + 1])
      return index + 2
    case UInt8(ascii: "!") where byte(index + 1) == UInt8(ascii: "["):
      return link(at: index + 1)?.end ?? keep(index)
    case UInt8(ascii: "["): return takeLink(at: index)
    case UInt8(ascii: "<"): return takeAngle(at: index)
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"):
      return isEmphasis(index) ? index + 1 : keep(index)
    default: return keep(index)
    }
  }

  private mutating func keep(_ index: Int) -> Int {
    text.append(bytes[index])
    return index + 1
  }

  private mutating func takeLink(at index: Int) -> Int {
    if let end = linkedImage(at: index) { return end }
    guard let link = link(at: index) else { return keep(index) }
    let title = MarkdownInline(Array(bytes[link.title])).text
    text += title
    links.append((String(decoding: title, as: UTF8.self), link.url))
    return link.end
  }

  /// A link `[title](address)`; its title holds no further bracket.
  private mutating func link(at index: Int) -> (title: Range<Int>, url: String, end: Int)? {
    guard let close = bracketEnds.position(in: bytes, from: index), close - index <= 2000,
      byte(close + 1) == UInt8(ascii: "("),
      let end = addressEnds.position(in: bytes, from: close + 2), end - close <= 2000
    else { return nil }
    let title = index + 1..<close
    guard !bytes[title].contains(UInt8(ascii: "[")) else { return nil }
    let address = bytes[(close + 2)..<end].prefix { !$0.isASCIIWhitespace }
    return (title, String(decoding: address, as: UTF8.self), end + 1)
  }

  /// The end of an image that is a link, `[![words](image)](address)`; nil when there is none.
  private mutating func linkedImage(at index: Int) -> Int? {
    guard byte(index + 1) == UInt8(ascii: "!"), byte(index + 2) == UInt8(ascii: "["),
      let image = link(at: index + 2), byte(image.end) == UInt8(ascii: "]"),
      byte(image.end + 1) == UInt8(ascii: "(")
    else { return nil }
    return addressEnds.position(in: bytes, from: image.end).map { $0 + 1 }
  }

  /// `<https://example.org>` is an address, `<b>` a tag that is left out; "a < b" is text.
  private mutating func takeAngle(at index: Int) -> Int {
    guard let close = tagEnds.position(in: bytes, from: index), close - index <= 400 else {
      return keep(index)
    }
    let inner = bytes[(index + 1)..<close]
    if inner.starts(with: "http".utf8) {
      text += inner
      return close + 1
    }
    let isTag = inner.first.map { $0.isASCIILetter || "/!".utf8.contains($0) } ?? false
    guard isTag, !inner.contains(UInt8(ascii: "<")) else { return keep(index) }
    return close + 1
  }

  /// Whether a mark touches a word on one side only, as emphasis does; `snake_case` does not.
  private func isEmphasis(_ index: Int) -> Bool {
    if bytes[index] == UInt8(ascii: "`") { return true }
    let mark = bytes[index]
    var (before, after) = (index - 1, index + 1)
    while before >= 0, index - before <= 3, bytes[before] == mark { before -= 1 }
    while after < bytes.count, after - index <= 3, bytes[after] == mark { after += 1 }
    let left = before >= 0 && !bytes[before].isASCIIWhitespace
    let right = after < bytes.count && !bytes[after].isASCIIWhitespace
    if mark == UInt8(ascii: "_") {
      return !(left && right && Self.isWord(bytes[before]) && Self.isWord(bytes[after]))
    }
    return left || right
  }

  private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  private static func isMark(_ byte: UInt8) -> Bool { "\\`*_{}[]()#+-.!<>|".utf8.contains(byte) }
  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80
  }
}

/// Looks for the next place of one byte, going over each byte once however often it is asked.
private struct NextByte {
  private let wanted: UInt8
  private var found = -1

  init(_ wanted: UInt8) {
    self.wanted = wanted
  }

  /// The first place at `start` or after it; nil when there is none.
  mutating func position(in bytes: [UInt8], from start: Int) -> Int? {
    if found < start {
      found = start
      while found < bytes.count, bytes[found] != wanted { found += 1 }
    }
    return found < bytes.count ? found : nil
  }
}
