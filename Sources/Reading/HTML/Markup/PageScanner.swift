import Primitives

/// Passes over a page once before it is parsed.
///
/// Leaves out what no reader sees (scripts, styles, comments) and the attributes that are not looked
/// at, keeps the JSON-LD, and checks the nesting. On most pages two bytes in three are such
/// ballast; the parser is the slowest step, so that this pays for itself.
struct PageScanner {
  private let bytes: [UInt8]
  private var position = 0
  private var nesting: NestingGuard
  /// The page without its ballast.
  private(set) var markup: [UInt8] = []
  /// The content of each `<script type="application/ld+json">`.
  private(set) var linkedData: [[UInt8]] = []

  /// Longer values are cut: they name nothing, and the parser may copy them often.
  private static let longestValue = 4000
  /// JSON-LD beyond this is left alone; articles have a tenth of it.
  private static let linkedDataLimit = 2 << 20

  private init(_ bytes: [UInt8], limits: ReadingLimits) {
    self.bytes = bytes
    nesting = NestingGuard(limits)
    markup.reserveCapacity(bytes.count / 2)
  }

  /// Passes over a page; throws when its nesting has no bound.
  static func scan(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingFault) -> PageScanner {
    var scanner = PageScanner(bytes, limits: limits)
    while let open = scanner.find(UInt8(ascii: "<"), from: scanner.position) {
      scanner.keepText(scanner.position..<open)
      scanner.position = open
      scanner.readMarkup()
      if let fault = scanner.nesting.fault { throw ReadingFault(fault) }
    }
    scanner.keepText(scanner.position..<bytes.count)
    return scanner
  }

  /// Keeps text, each run of white space as one space: no reader of the tree asks for more.
  private mutating func keepText(_ range: Range<Int>) {
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      guard bytes[index].isASCIIWhitespace else {
        index += 1
        continue
      }
      var end = index + 1
      while end < range.upperBound, bytes[end].isASCIIWhitespace { end += 1 }
      markup += bytes[start..<index]
      markup.append(0x20)
      (start, index) = (end, end)
    }
    markup += bytes[start..<range.upperBound]
  }

  /// Reads one construct that opens with `<`.
  private mutating func readMarkup() {
    let next = byte(at: position + 1)
    if next.isASCIILetter {
      readStartTag()
    } else if next == UInt8(ascii: "/"), byte(at: position + 2).isASCIILetter {
      readEndTag()
    } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || next == UInt8(ascii: "/") {
      skipDeclaration()
    } else {
      markup.append(bytes[position])
      position += 1
    }
  }

  private mutating func readStartTag() {
    let start = position
    position += 1
    let name = readName()
    let tag = HTMLTag(name: name)
    markup.append(UInt8(ascii: "<"))
    markup += name
    let kept = markup.count
    let isLinkedData = readAttributes()
    let length = markup.count - kept
    nesting.start(tag, hash: Self.hash(markup[kept...].prefix(400), tag), length: length)
    markup.append(UInt8(ascii: ">"))
    guard position < bytes.count else { return }
    switch tag {
    case .script, .style, .iframe, .noembed, .noframes, .xmp:
      let content = rawText(until: name, isScript: tag == .script)
      if isLinkedData, tag == .script { keepLinkedData(content) }
      markup.removeSubrange((kept - name.count - 1)...)
      nesting.end(tag)
    case .textarea, .title:
      let content = rawText(until: name, isScript: false)
      markup += bytes[content]
      markup += Array("</".utf8) + name + [UInt8(ascii: ">")]
      nesting.end(tag)
    default:
      break
    }
    assert(position > start)
  }

  private mutating func keepLinkedData(_ content: Range<Int>) {
    let sum = linkedData.reduce(content.count) { $0 + $1.count }
    if sum <= Self.linkedDataLimit { linkedData.append(Array(bytes[content])) }
  }

  private mutating func readEndTag() {
    position += 2
    let name = readName()
    nesting.end(HTMLTag(name: name))
    let kept = markup.count
    _ = readAttributes()
    markup.removeSubrange(kept...)
    markup += Array("</".utf8) + name + [UInt8(ascii: ">")]
  }

  /// Reads a tag's name in lower case.
  private mutating func readName() -> [UInt8] {
    let start = position
    while position < bytes.count, !Self.endsName(bytes[position]) { position += 1 }
    return bytes[start..<position].map { $0.isASCIIUppercase ? $0 + 0x20 : $0 }
  }

  /// Reads to the end of the tag and keeps known attributes, each once.
  ///
  /// - Returns: Whether the type is that of JSON-LD.
  private mutating func readAttributes() -> Bool {
    var seen: UInt32 = 0
    var isLinkedData = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: ">") {
        position += 1
        return isLinkedData
      }
      if byte.isASCIIWhitespace || byte == UInt8(ascii: "/") {
        position += 1
        continue
      }
      let (attribute, value) = readAttribute()
      guard let attribute, seen & (1 << attribute.rawValue) == 0 else { continue }
      seen |= 1 << attribute.rawValue
      isLinkedData = isLinkedData || (attribute == .type && Self.isLinkedData(bytes[value]))
      keep(attribute, value)
    }
    return isLinkedData
  }

  /// Reads one attribute: what it is, and where its value stands without quotation marks.
  private mutating func readAttribute() -> (HTMLAttribute?, Range<Int>) {
    let start = position
    position += 1
    while position < bytes.count, !Self.endsName(bytes[position]), bytes[position] != 0x3D {
      position += 1
    }
    let name = bytes[start..<position].map { $0.isASCIIUppercase ? $0 + 0x20 : $0 }
    let attribute = HTMLAttribute(name: name)
    var ahead = position
    while byte(at: ahead).isASCIIWhitespace { ahead += 1 }
    guard byte(at: ahead) == 0x3D else { return (attribute, position..<position) }
    position = ahead + 1
    while byte(at: position).isASCIIWhitespace { position += 1 }
    return (attribute, readValue())
  }

  private mutating func readValue() -> Range<Int> {
    let quote = byte(at: position)
    let start: Int
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      start = position + 1
      let end = find(quote, from: start) ?? bytes.count
      position = min(end + 1, bytes.count)
      return min(start, end)..<end
    }
    start = position
    while position < bytes.count, !bytes[position].isASCIIWhitespace, bytes[position] != 0x3E {
      position += 1
    }
    return start..<position
  }

  private mutating func keep(_ attribute: HTMLAttribute, _ value: Range<Int>) {
    let content = bytes[value].prefix(Self.longestValue)
    let quote = content.contains(UInt8(ascii: "\"")) ? UInt8(ascii: "'") : UInt8(ascii: "\"")
    guard quote == UInt8(ascii: "\"") || !content.contains(quote) else { return }
    markup.append(0x20)
    markup += attribute.spelling
    markup.append(0x3D)
    markup.append(quote)
    markup += content
    markup.append(quote)
  }

  /// Passes over a comment, declaration or processing instruction.
  private mutating func skipDeclaration() {
    if bytes[position...].starts(with: Array("<!--".utf8)) {
      position = commentEnd(from: position + 4)
    } else {
      let end = find(UInt8(ascii: ">"), from: position) ?? bytes.count - 1
      if bytes[position...].prefix(9).map({ $0 | 0x20 }).starts(with: "<!doctype".utf8) {
        markup += bytes[position...end]
      }
      position = end + 1
    }
  }

  private func commentEnd(from start: Int) -> Int {
    // "<!-->" and "<!--->" are whole comments.
    if byte(at: start) == 0x3E { return start + 1 }
    if byte(at: start) == 0x2D, byte(at: start + 1) == 0x3E { return start + 2 }
    var index = start
    while let dash = find(0x2D, from: index) {
      if byte(at: dash + 1) == 0x2D {
        if byte(at: dash + 2) == 0x3E { return dash + 3 }
        if byte(at: dash + 2) == 0x21, byte(at: dash + 3) == 0x3E { return dash + 4 }
      }
      index = dash + 1
    }
    return bytes.count
  }

  /// Passes over raw text and its end tag; returns where the text stands.
  private mutating func rawText(until name: [UInt8], isScript: Bool) -> Range<Int> {
    let start = position
    var index = start
    var escape = ScriptEscape()
    while let open = nextMark(from: index, isScript: isScript) {
      if isTag(name, at: open + 2, closing: open), !(isScript && escape.swallowsEnd()) {
        position = min((find(0x3E, from: open) ?? bytes.count - 1) + 1, bytes.count)
        return start..<open
      }
      if isScript { escape.take(bytes[open...].prefix(8)) }
      index = open + 1
    }
    position = bytes.count
    return start..<bytes.count
  }

  /// The next byte that can matter inside raw text: `<`, and in a script also the end of a comment.
  private func nextMark(from start: Int, isScript: Bool) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == 0x3C || (isScript && bytes[index] == 0x2D) { return index }
      index += 1
    }
    return nil
  }

  private func isTag(_ name: [UInt8], at start: Int, closing: Int) -> Bool {
    guard bytes[closing] == 0x3C, byte(at: closing + 1) == UInt8(ascii: "/"),
      start + name.count <= bytes.count
    else { return false }
    for (offset, letter) in name.enumerated() {
      let found = bytes[start + offset]
      if (found.isASCIIUppercase ? found + 0x20 : found) != letter { return false }
    }
    return start + name.count == bytes.count || Self.endsName(bytes[start + name.count])
  }

  private func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  private func find(_ wanted: UInt8, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == wanted { return index }
      index += 1
    }
    return nil
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte.isASCIIWhitespace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  private static func isLinkedData(_ type: ArraySlice<UInt8>) -> Bool {
    String(decoding: type.prefix(60), as: UTF8.self).lowercased().contains("ld+json")
  }

  private static func hash(_ attributes: ArraySlice<UInt8>, _ tag: HTMLTag) -> UInt64 {
    attributes.reduce(UInt64(tag.rawValue)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
