import CXML2
import Primitives

/// Passes over XML once before it is parsed and leaves nothing in it that could expand or fetch.
///
/// Takes out the XML declaration, the document type and comments; replaces references to the entities
/// of HTML and to those that the document declares as plain text; lets a lone `&` stand for itself.
/// An entity that lives elsewhere, or is made of others, is refused where it is used.
struct EntityPass {
  private let bytes: [UInt8]
  private var position = 0
  private var output: [UInt8] = []
  private var entities: [String: XMLDoctype.Entity] = [:]
  private var expanded = 0

  /// What the entities of a document may add to it, in bytes.
  private static let expansionLimit = 1 << 20

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    output.reserveCapacity(bytes.count)
  }

  /// Passes over a document in UTF-8.
  /// - Complexity: O(bytes).
  static func run(_ bytes: [UInt8]) throws(ReadingFault) -> [UInt8] {
    var pass = EntityPass(bytes)
    while pass.position < bytes.count { try pass.step() }
    return pass.output
  }

  private mutating func step() throws(ReadingFault) {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "<"): try markup()
    case UInt8(ascii: "&"): try reference()
    case 0..<0x20 where byte != 0x09 && byte != 0x0A && byte != 0x0D: position += 1
    default:
      output.append(byte)
      position += 1
    }
  }

  private mutating func markup() throws(ReadingFault) {
    if starts(with: "<!--") {
      position = end(of: "-->", from: position + 4)
    } else if starts(with: "<![CDATA[") {
      let end = end(of: "]]>", from: position + 9)
      output += bytes[position..<end].filter { $0 >= 0x20 || $0.isASCIIWhitespace }
      position = end
    } else if starts(with: "<!DOCTYPE") || starts(with: "<!doctype") {
      let doctype = XMLDoctype(bytes, from: position)
      if let name = doctype.externalParameter { throw ReadingFault(.externalEntity(name)) }
      entities.merge(doctype.entities) { first, _ in first }
      position = doctype.end
    } else if starts(with: "<?xml"), position + 5 < bytes.count,
      bytes[position + 5].isASCIIWhitespace
    {
      position = end(of: "?>", from: position)
    } else {
      output.append(bytes[position])
      position += 1
    }
  }

  /// Reads one reference to a character or an entity.
  private mutating func reference() throws(ReadingFault) {
    let tail = bytes[(position + 1)...].prefix(64)
    guard let end = tail.firstIndex(of: UInt8(ascii: ";")), end > position + 1 else {
      return literalAmpersand()
    }
    let name = String(decoding: bytes[position + 1..<end], as: UTF8.self)
    guard let replacement = try replacement(for: name) else { return literalAmpersand() }
    output += replacement
    position = end + 1
  }

  private mutating func literalAmpersand() {
    output += Array("&amp;".utf8)
    position += 1
  }

  /// What stands for a reference; nil when it is none.
  private mutating func replacement(for name: String) throws(ReadingFault) -> [UInt8]? {
    if ["amp", "lt", "gt", "quot", "apos"].contains(name) { return Array("&\(name);".utf8) }
    if name.hasPrefix("#") { return Self.number(name.dropFirst()) }
    switch entities[name] {
    case .external: throw ReadingFault(.externalEntity(name))
    case .nested: throw ReadingFault(.nestedEntity(name))
    case .text(let text):
      expanded += text.utf8.count
      if expanded > Self.expansionLimit { throw ReadingFault(.nestedEntity(name)) }
      return Self.escaped(text)
    case nil: return HTMLEntity.scalar(named: name).map { Array(String($0).utf8) }
    }
  }

  /// A character by its number; U+FFFD for numbers that XML does not allow.
  private static func number(_ digits: Substring) -> [UInt8]? {
    let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
    let value = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10)
    guard let value else { return nil }
    let isAllowed =
      [0x09, 0x0A, 0x0D].contains(value)
      || (0x20...0x10FFFF).contains(value) && value != 0xFFFE && value != 0xFFFF
    guard isAllowed, let scalar = Unicode.Scalar(value) else { return Array("\u{FFFD}".utf8) }
    return escaped(String(scalar))
  }

  private static func escaped(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0x27, 0x09,
        0x0A, 0x0D:
        result += Array("&#\(byte);".utf8)
      default: result.append(byte)
      }
    }
    return result
  }

  private func starts(with mark: String) -> Bool { bytes[position...].starts(with: mark.utf8) }

  /// The place after the next mark; the end of the bytes when there is none.
  private func end(of mark: String, from start: Int) -> Int {
    let mark = Array(mark.utf8)
    var index = min(start, bytes.count)
    while index + mark.count <= bytes.count {
      if bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) {
        return index + mark.count
      }
      index += 1
    }
    return bytes.count
  }
}

/// The named characters of HTML 4, which feeds use without declaring them.
enum HTMLEntity {
  /// The character of a name; nil when HTML has none of it.
  static func scalar(named name: String) -> Unicode.Scalar? {
    guard let found = unsafe htmlEntityLookup(name) else { return nil }
    return unsafe Unicode.Scalar(UInt32(found.pointee.value))
  }
}
