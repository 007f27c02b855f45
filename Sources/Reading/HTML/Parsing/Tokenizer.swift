import Primitives

/// Cuts a page into tags and text, as the HTML standard says (section 13.2.5), and hands them to the builder.
///
/// Comments, scripts, styles and attributes that nobody asks for go no further: on most pages they are two
/// bytes in three. Runs of white space in text become one space.
struct Tokenizer {
  let bytes: [UInt8]
  var position = 0
  var builder: TreeBuilder
  /// The content of each `<script type="application/ld+json">`.
  private(set) var linkedData: [[UInt8]] = []
  private(set) var fault: RefusalReason?
  private let tagLimit: Int
  private var tags = 0
  /// Where the text since the last tag starts in the builder's pool.
  private var textStart = 0
  /// The numbers of names that `HTMLTag` does not have.
  private var otherNames: [UInt64: Int32] = [:]

  /// JSON-LD beyond this is left alone; articles have a tenth of it.
  private static let linkedDataLimit = 2 << 20

  init(_ bytes: [UInt8], limits: ReadingLimits) {
    self.bytes = bytes
    tagLimit = limits.pageTags
    builder = TreeBuilder(limits)
    builder.pool.reserveCapacity(bytes.count / 3)
  }

  /// Reads the page to its end, or to a fault.
  mutating func run() {
    while position < bytes.count, fault == nil {
      if bytes[position] == 0x3C { readMarkup() } else { readText() }
      fault = builder.fault ?? fault
    }
    flushText()
    builder.finish()
    fault = builder.fault ?? fault
  }

  // MARK: Text

  /// Reads text up to the next `<`.
  private mutating func readText() {
    position = appendText(from: position, to: bytes.count, stopsAtTag: true)
  }

  /// Appends text to the pool, references resolved and white space folded; returns where it stopped.
  private mutating func appendText(from start: Int, to end: Int, stopsAtTag: Bool) -> Int {
    var index = start
    var plain = start
    while index < end {
      let byte = bytes[index]
      if byte > 0x3C || byte > 0x26 && byte < 0x3C || byte > 0x20 && byte < 0x26 {
        index += 1
      } else if byte == 0x20, index + 1 < end, bytes[index + 1] > 0x20, index > plain {
        index += 1
      } else if byte == 0x3C {
        if stopsAtTag { break }
        index += 1
      } else {
        builder.pool.append(contentsOf: bytes[plain..<index])
        index =
          byte == 0x26 ? appendReference(index, end, isInAttribute: false) : appendSpace(index, end)
        plain = index
      }
    }
    builder.pool.append(contentsOf: bytes[plain..<index])
    return index
  }

  /// Appends one space for a run of white space; other control bytes stand for themselves.
  private mutating func appendSpace(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, bytes[index].isASCIIWhitespace { index += 1 }
    if index == start {
      builder.pool.append(bytes[start])
      return start + 1
    }
    if builder.pool.count == textStart || builder.pool.last != 0x20 { builder.pool.append(0x20) }
    return index
  }

  /// Appends what a reference stands for, or the `&` where it is none.
  private mutating func appendReference(_ start: Int, _ end: Int, isInAttribute: Bool) -> Int {
    guard
      let length = CharacterReference.append(
        at: start, end, of: bytes, isInAttribute: isInAttribute, to: &builder.pool)
    else {
      builder.pool.append(0x26)
      return start + 1
    }
    return start + length
  }

  /// Hands the text since the last tag to the builder.
  private mutating func flushText() {
    if builder.pool.count > textStart {
      builder.text(Int32(textStart)..<Int32(builder.pool.count))
    }
    textStart = builder.pool.count
  }

  // MARK: Tags

  /// Reads one construct that opens with `<`.
  private mutating func readMarkup() {
    let next = byte(at: position + 1)
    if next.isASCIILetter {
      flushText()
      readStartTag()
    } else if next == UInt8(ascii: "/"), byte(at: position + 2).isASCIILetter {
      flushText()
      readEndTag()
    } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
      || (next == UInt8(ascii: "/") && position + 2 < bytes.count)
    {
      readDeclaration()
    } else {
      builder.pool.append(0x3C)
      position += 1
    }
  }

  private mutating func readStartTag() {
    let nameStart = position + 1
    let (tag, name) = readName()
    let nameRange = nameStart..<position
    var start = StartTag(tag: tag, name: name)
    let isWhole = readAttributes(of: &start)
    textStart = builder.pool.count
    guard isWhole, count() else { return }
    builder.start(start.tag == .other ? start : finished(start))
    switch builder.model {
    case .data: break
    case .plainText:
      position = appendText(from: position, to: bytes.count, stopsAtTag: false)
    case .script, .rawText, .escapableText: readRawText(start, nameRange)
    }
  }

  private func finished(_ start: StartTag) -> StartTag {
    guard start.tag == .input else { return start }
    var start = start
    start.isHidden = start.attributes.contains { index in
      let attribute = builder.attributes[Int(index)]
      let value = builder.pool[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)]
      return attribute.name == .type && value.count == 6
        && value.map { $0 | 0x20 }.elementsEqual("hidden".utf8)
    }
    return start
  }

  private mutating func readRawText(_ start: StartTag, _ name: Range<Int>) {
    let content = rawText(until: name, isScript: builder.model == .script)
    if start.tag == .script, isLinkedData(start) { keepLinkedData(content) }
    if builder.model == .escapableText {
      _ = appendText(from: content.lowerBound, to: content.upperBound, stopsAtTag: false)
    }
    builder.rawText(Int32(textStart)..<Int32(builder.pool.count))
    textStart = builder.pool.count
  }

  private func isLinkedData(_ start: StartTag) -> Bool {
    for index in start.attributes where builder.attributes[Int(index)].name == .type {
      let value = builder.attributes[Int(index)].value
      let type = builder.pool[Int(value.lowerBound)..<Int(value.upperBound)].prefix(60)
      // Letters in capitals differ from small ones by one bit; so do "+" and ",", which is harmless.
      return type.indices.contains { start in
        type[start...].starts(with: "ld+json".utf8) { $0 | 0x20 == $1 | 0x20 }
      }
    }
    return false
  }

  private mutating func keepLinkedData(_ content: Range<Int>) {
    let sum = linkedData.reduce(content.count) { $0 + $1.count }
    if sum <= Self.linkedDataLimit { linkedData.append(Array(bytes[content])) }
  }

  private mutating func readEndTag() {
    position += 1
    let (tag, name) = readName()
    let isWhole = skipAttributes()
    textStart = builder.pool.count
    guard isWhole, count() else { return }
    builder.end(tag, name: name)
  }

  private mutating func count() -> Bool {
    tags += 1
    if tags > tagLimit { fault = .markupTooHeavy }
    return fault == nil
  }

  /// Reads the name of a tag; the position is that of the byte before it.
  private mutating func readName() -> (HTMLTag, Int32) {
    position += 1
    var hash = NameTable.seed
    while position < bytes.count {
      let byte = bytes[position]
      if Self.endsName(byte) { break }
      hash = NameTable.mix(hash, byte.isASCIIUppercase ? byte + 0x20 : byte)
      position += 1
    }
    let tag = HTMLTag(hash: hash)
    guard tag == .other else { return (tag, Int32(tag.rawValue)) }
    if let name = otherNames[hash] { return (tag, name) }
    let name = Int32(256 + otherNames.count)
    otherNames[hash] = name
    return (tag, name)
  }
}

// MARK: - Declarations, raw text

extension Tokenizer {
  /// Passes over a comment, or what counts as one; takes the document type.
  private mutating func readDeclaration() {
    if starts("<!--", at: position) {
      position = commentEnd(from: position + 4)
    } else if starts("<![CDATA[", at: position), builder.allowsCData {
      let start = position + 9
      var end = start
      while end < bytes.count, !starts("]]>", at: end) { end += 1 }
      _ = appendText(from: start, to: end, stopsAtTag: false)
      position = min(end + 3, bytes.count)
    } else {
      let end = find(0x3E, from: position) ?? bytes.count
      if builder.mode == .initial, Doctype.opens(bytes[position..<end]) {
        flushText()
        builder.doctype(Doctype(bytes[position..<end]))
      }
      position = min(end + 1, bytes.count)
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
  private mutating func rawText(until name: Range<Int>, isScript: Bool) -> Range<Int> {
    let start = position
    var index = start
    var escape = ScriptEscape()
    while let mark = nextMark(from: index, isScript: isScript) {
      if isEndTag(name, at: mark), !(isScript && escape.swallowsEnd()) {
        position = mark + 2 + name.count
        _ = skipAttributes()
        return start..<mark
      }
      if isScript { escape.take(bytes[mark...].prefix(8)) }
      index = mark + 1
    }
    position = bytes.count
    return start..<bytes.count
  }

  /// The next byte that can matter inside raw text: `<`, and in a script also the end of a comment.
  private func nextMark(from start: Int, isScript: Bool) -> Int? {
    guard isScript else { return find(0x3C, from: start) }
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x3C || (byte == 0x2D && self.byte(at: index + 1) == 0x2D) { return index }
      index += 1
    }
    return nil
  }

  private func isEndTag(_ name: Range<Int>, at mark: Int) -> Bool {
    guard bytes[mark] == 0x3C, byte(at: mark + 1) == UInt8(ascii: "/"),
      mark + 2 + name.count <= bytes.count
    else { return false }
    for offset in 0..<name.count
    where bytes[mark + 2 + offset] | 0x20 != bytes[name.lowerBound + offset] | 0x20 {
      return false
    }
    return mark + 2 + name.count == bytes.count || Self.endsName(bytes[mark + 2 + name.count])
  }

  /// Whether a word stands somewhere.
  private func starts(_ word: String, at start: Int) -> Bool {
    bytes[min(start, bytes.count)...].starts(with: word.utf8)
  }

  func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  func find(_ wanted: UInt8, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == wanted { return index }
      index += 1
    }
    return nil
  }

  static func endsName(_ byte: UInt8) -> Bool {
    byte.isASCIIWhitespace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }
}
