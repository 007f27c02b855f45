import Primitives

/// Guesses whether text of a feed that does not say so is HTML.
enum MarkupGuess {
  /// Whether a body or summary is HTML: it holds a tag that HTML knows, or a reference to a character.
  static func isMarkup(_ text: [UInt8]) -> Bool {
    holdsReference(text) || holdsTag(text) { _, _ in true }
  }

  /// Whether a headline is HTML.
  ///
  /// A headline may speak of tags ("How <b> came into HTML"), so that only an end tag or a reference to
  /// a character shows that it is markup, and only when HTML knows all tags and none of them acts.
  static func isMarkupInTitle(_ text: [UInt8]) -> Bool {
    guard holdsReference(text) || holdsTag(text, where: { _, isEnd in isEnd }) else { return false }
    return !holdsTag(text) { tag, _ in active.contains(tag) } && !holdsUnknownTag(text)
  }

  /// Elements of old HTML that reading does not tell apart.
  private static let old: Set<String> = [
    "blink", "acronym", "dir", "basefont", "layer", "ruby", "rb", "rp", "rt", "bgsound", "keygen",
  ]

  private static let active: Set<HTMLTag> = [.script, .style, .iframe, .object, .applet, .embed]

  /// `&name;` or `&#1;`.
  private static func holdsReference(_ text: [UInt8]) -> Bool {
    var index = 0
    while let mark = text[index...].firstIndex(of: UInt8(ascii: "&")) {
      index = mark + 1
      let tail = text[index...].prefix(10)
      guard let end = tail.firstIndex(of: UInt8(ascii: ";")), end > index else { continue }
      let name = tail[..<end]
      if name.first == UInt8(ascii: "#") {
        if name.dropFirst().allSatisfy({ $0.isASCIIDigit || $0.isASCIILetter }) { return true }
      } else if name.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit }) {
        let name = String(decoding: name, as: UTF8.self)
        if name == "apos" || HTMLEntity.scalar(named: name) != nil { return true }
      }
    }
    return false
  }

  private static func holdsTag(
    _ text: [UInt8], where matches: (HTMLTag, _ isEnd: Bool) -> Bool
  ) -> Bool {
    var found = false
    eachTag(text) { tag, isEnd in
      if tag != .other, matches(tag, isEnd) { found = true }
    }
    return found
  }

  private static func holdsUnknownTag(_ text: [UInt8]) -> Bool {
    var found = false
    eachTag(text) { tag, _ in
      if tag == .other { found = true }
    }
    return found
  }

  /// Calls `body` for `<name` and `</name` where white space, "/" or ">" follows the name.
  private static func eachTag(_ text: [UInt8], _ body: (HTMLTag, _ isEnd: Bool) -> Void) {
    var index = 0
    while let mark = text[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = mark + 1
      let isEnd = index < text.count && text[index] == UInt8(ascii: "/")
      let name = text[(isEnd ? index + 1 : index)...]
        .prefix { $0.isASCIILetter || $0.isASCIIDigit }
      guard let first = name.first, first.isASCIILetter, name.endIndex < text.count,
        text[name.endIndex].isASCIIWhitespace || "/>".utf8.contains(text[name.endIndex])
      else { continue }
      let lower = name.map { $0.isASCIIUppercase ? $0 + 0x20 : $0 }
      let isOld = old.contains(String(decoding: lower, as: UTF8.self))
      body(isOld ? .span : HTMLTag(name: lower), isEnd)
    }
  }
}
