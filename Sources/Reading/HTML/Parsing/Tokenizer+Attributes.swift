import Primitives

/// Reads the attributes of tags.
extension Tokenizer {
  /// Longer values are cut: they name nothing.
  private static let longestValue = 4000

  /// Reads to the end of a tag and keeps known attributes, each once; false when the page ends before.
  mutating func readAttributes(of start: inout StartTag) -> Bool {
    let begin = position
    let first = Int32(builder.attributes.count)
    var seen: UInt64 = 0
    defer {
      start.attributes = first..<Int32(builder.attributes.count)
      if start.tag.isFormatting { start.hash = NameTable.hash(bytes[begin..<position]) }
    }
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: ">") {
        start.isSelfClosing = position > begin && bytes[position - 1] == UInt8(ascii: "/")
        position += 1
        return true
      }
      if byte.isASCIIWhitespace || byte == UInt8(ascii: "/") {
        position += 1
        continue
      }
      let hash = readAttributeName()
      let value = readValue()
      guard let attribute = HTMLAttribute(hash: hash) else {
        if start.tag == .font || start.tag == .annotationXML { note(hash, value, in: &start) }
        continue
      }
      if seen & (1 << UInt64(attribute.rawValue)) != 0 { continue }
      seen |= 1 << UInt64(attribute.rawValue)
      keep(attribute, value)
    }
    return false
  }

  /// Passes over the attributes of an end tag; false when the page ends before its end.
  mutating func skipAttributes() -> Bool {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: ">") {
        position += 1
        return true
      }
      if byte.isASCIIWhitespace || byte == UInt8(ascii: "/") {
        position += 1
      } else {
        _ = readAttributeName()
        _ = readValue()
      }
    }
    return false
  }

  /// Reads a name; its hash in lower case.
  private mutating func readAttributeName() -> UInt64 {
    var hash = NameTable.seed
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if Self.endsName(byte) || (byte == 0x3D && position > start) { break }
      hash = NameTable.mix(hash, byte.isASCIIUppercase ? byte + 0x20 : byte)
      position += 1
    }
    return hash
  }

  /// Reads the value after a name, if there is one; where it stands without quotation marks.
  private mutating func readValue() -> Range<Int> {
    var ahead = position
    while byte(at: ahead).isASCIIWhitespace { ahead += 1 }
    guard byte(at: ahead) == 0x3D else { return position..<position }
    position = ahead + 1
    while byte(at: position).isASCIIWhitespace { position += 1 }
    let quote = byte(at: position)
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = position + 1
      let end = find(quote, from: start) ?? bytes.count
      position = min(end + 1, bytes.count)
      return min(start, end)..<end
    }
    let start = position
    while position < bytes.count, !bytes[position].isASCIIWhitespace, bytes[position] != 0x3E {
      position += 1
    }
    return start..<position
  }

  private mutating func keep(_ attribute: HTMLAttribute, _ value: Range<Int>) {
    let start = builder.pool.count
    let end = min(value.upperBound, value.lowerBound + Self.longestValue)
    var index = value.lowerBound
    while let mark = bytes[index..<end].firstIndex(of: 0x26) {
      builder.pool.append(contentsOf: bytes[index..<mark])
      index =
        mark
        + (CharacterReference.append(
          at: mark, end, of: bytes, isInAttribute: true, to: &builder.pool) ?? 0)
      if index == mark {
        builder.pool.append(0x26)
        index += 1
      }
    }
    builder.pool.append(contentsOf: bytes[index..<end])
    builder.attributes.append(
      HTMLTree.Attribute(name: attribute, value: Int32(start)..<Int32(builder.pool.count)))
  }

  /// Notes attributes that only matter for the tree.
  private func note(_ hash: UInt64, _ value: Range<Int>, in start: inout StartTag) {
    if start.tag == .font {
      if Self.fontNames.contains(hash) { start.hasFontAttribute = true }
    } else if hash == Self.encoding {
      let type = bytes[value].map { $0.isASCIIUppercase ? $0 + 0x20 : $0 }
      start.isEncodedHTML =
        type.elementsEqual("text/html".utf8) || type.elementsEqual("application/xhtml+xml".utf8)
    }
  }

  private static let fontNames = ["color", "face", "size"].map { NameTable.hash($0.utf8) }
  private static let encoding = NameTable.hash("encoding".utf8)
}
