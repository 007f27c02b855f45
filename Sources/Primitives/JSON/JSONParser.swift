/// Reads one JSON text strictly (RFC 8259).
///
/// Objects keep the order of their fields, numbers their digits. Nesting is bounded, so that no
/// text can exhaust the stack.
public struct JSONParser {
  /// Where and why a text is not JSON.
  public struct Fault: Error, Hashable, CustomStringConvertible {
    /// The byte at which reading stopped.
    public let offset: Int
    /// What was wrong there.
    public let what: String

    /// The fault as words.
    public var description: String { "\(what) at byte \(offset)" }
  }

  /// Arrays and objects may nest so deep.
  public static let depthLimit = 128

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  /// Parses bytes in UTF-8; throws when they are not exactly one JSON value.
  /// - Complexity: O(bytes).
  public static func parse(_ bytes: [UInt8]) throws(Fault) -> JSONValue {
    var parser = JSONParser(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.position = 3 }
    let value = try parser.value()
    parser.skipSpace()
    if parser.position < bytes.count { throw parser.fault("something stands after the value") }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func fault(_ what: String) -> Fault { Fault(offset: position, what: what) }

  private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
  }

  private mutating func take(_ wanted: Unicode.Scalar) -> Bool {
    skipSpace()
    guard let byte, UInt32(byte) == wanted.value else { return false }
    position += 1
    return true
  }

  private mutating func value() throws(Fault) -> JSONValue {
    skipSpace()
    guard let byte else { throw fault("the text breaks off") }
    switch byte {
    case UInt8(ascii: "{"): return try nested { (parser) throws(Fault) in try parser.object() }
    case UInt8(ascii: "["): return try nested { (parser) throws(Fault) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), 0x30...0x39: return .number(try number())
    default: return try word()
    }
  }

  private mutating func nested(
    _ body: (inout JSONParser) throws(Fault) -> JSONValue
  ) throws(Fault) -> JSONValue {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.depthLimit { throw fault("it nests deeper than \(Self.depthLimit) values") }
    position += 1
    return try body(&self)
  }

  private mutating func object() throws(Fault) -> JSONValue {
    var fields: [JSONValue.Field] = []
    if take("}") { return .object(fields) }
    repeat {
      skipSpace()
      guard byte == UInt8(ascii: "\"") else { throw fault("a field has no name") }
      let name = try string()
      guard take(":") else { throw fault("a colon is missing") }
      fields.append(JSONValue.Field(name: name, value: try value()))
    } while take(",")
    guard take("}") else { throw fault("a comma or brace is missing") }
    return .object(fields)
  }

  private mutating func array() throws(Fault) -> JSONValue {
    var values: [JSONValue] = []
    if take("]") { return .array(values) }
    repeat { values.append(try value()) } while take(",")
    guard take("]") else { throw fault("a comma or bracket is missing") }
    return .array(values)
  }

  private mutating func word() throws(Fault) -> JSONValue {
    let words: [(String, JSONValue)] = [
      ("true", .boolean(true)), ("false", .boolean(false)), ("null", .null),
    ]
    for (spelling, value) in words where bytes[position...].starts(with: spelling.utf8) {
      position += spelling.utf8.count
      return value
    }
    throw fault("no value stands")
  }

  private mutating func number() throws(Fault) -> String {
    let start = position
    if byte == UInt8(ascii: "-") { position += 1 }
    let isZero = byte == 0x30
    guard digits() > 0, !isZero || position - start <= (bytes[start] == 0x30 ? 1 : 2) else {
      throw fault("a number is not written as JSON asks")
    }
    if byte == UInt8(ascii: ".") {
      position += 1
      if digits() == 0 { throw fault("a number ends with its point") }
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      position += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
      if digits() == 0 { throw fault("an exponent has no digits") }
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() -> Int {
    let start = position
    while let byte, byte.isASCIIDigit { position += 1 }
    return position - start
  }

  private mutating func string() throws(Fault) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw fault("a control character stands in a string")
      default: text.append(byte)
      }
    }
    throw fault("a string has no end")
  }

  private mutating func escape(into text: inout [UInt8]) throws(Fault) {
    guard let byte else { throw fault("a string has no end") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"): text.append(contentsOf: Array(String(try scalar()).utf8))
    default: throw fault("an escape is not known")
    }
  }

  /// The character of `\uXXXX`, or of two of them that make a pair; U+FFFD for half a pair.
  private mutating func scalar() throws(Fault) -> Unicode.Scalar {
    let first = try unit()
    if (0xD800..<0xDC00).contains(first), bytes[position...].starts(with: "\\u".utf8) {
      let back = position
      position += 2
      let second = try unit()
      if (0xDC00..<0xE000).contains(second) {
        let code = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
        return Unicode.Scalar(code) ?? "\u{FFFD}"
      }
      position = back
    }
    return Unicode.Scalar(first) ?? "\u{FFFD}"
  }

  private mutating func unit() throws(Fault) -> UInt32 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy(\.isHexadecimalDigit),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fault("an escape has no four hexadecimal digits") }
    position += 4
    return value
  }
}

extension UInt8 {
  fileprivate var isHexadecimalDigit: Bool {
    isASCIIDigit || (0x41...0x46).contains(self) || (0x61...0x66).contains(self)
  }
}
