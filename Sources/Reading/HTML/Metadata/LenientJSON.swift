import Primitives

/// Reads JSON as pages write it: raw line feeds in strings, commas too many, comments around it.
struct LenientJSON {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  private static let depthLimit = 64

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The first object or array in the bytes; nil when there is none or it breaks off.
  static func parse(_ bytes: [UInt8]) -> JSONValue? {
    var parser = LenientJSON(bytes)
    while parser.position < bytes.count, bytes[parser.position] != 0x7B,
      bytes[parser.position] != 0x5B
    {
      parser.position += 1
    }
    return parser.value()
  }

  private mutating func value() -> JSONValue? {
    skipSpace()
    guard position < bytes.count, depth < Self.depthLimit else { return nil }
    depth += 1
    defer { depth -= 1 }
    switch bytes[position] {
    case UInt8(ascii: "{"): return object()
    case UInt8(ascii: "["): return array()
    case UInt8(ascii: "\""): return string().map { .string($0) }
    default: return literal()
    }
  }

  private mutating func object() -> JSONValue? {
    position += 1
    var fields: [JSONValue.Field] = []
    while true {
      skipSpace()
      guard position < bytes.count else { return nil }
      if bytes[position] == UInt8(ascii: "}") {
        position += 1
        return .object(fields)
      }
      guard bytes[position] == UInt8(ascii: "\""), let name = string() else { return nil }
      skipSpace()
      guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else { return nil }
      position += 1
      guard let value = value() else { return nil }
      fields.append(JSONValue.Field(name: name, value: value))
    }
  }

  private mutating func array() -> JSONValue? {
    position += 1
    var values: [JSONValue] = []
    while true {
      skipSpace()
      guard position < bytes.count else { return nil }
      if bytes[position] == UInt8(ascii: "]") {
        position += 1
        return .array(values)
      }
      guard let value = value() else { return nil }
      values.append(value)
    }
  }

  private mutating func string() -> String? {
    position += 1
    var text: [UInt8] = []
    var plain = position
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") {
        if text.isEmpty { return String(decoding: bytes[plain..<position - 1], as: UTF8.self) }
        text += bytes[plain..<position - 1]
        return String(decoding: text, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") {
        text += bytes[plain..<position - 1]
        escape(into: &text)
        plain = position
      }
    }
    return nil
  }

  private mutating func escape(into text: inout [UInt8]) {
    guard position < bytes.count else { return }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"), UInt8(ascii: "r"): text.append(0x0A)
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "b"): text.append(0x20)
    case UInt8(ascii: "u"): text.append(scalar: unicodeEscape())
    default: text.append(byte)
    }
  }

  /// The scalar of `\uXXXX`, or of two of them that make a pair.
  private mutating func unicodeEscape() -> UInt32 {
    let first = hexadecimal()
    guard (0xD800...0xDBFF).contains(first), position + 1 < bytes.count,
      bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
    else { return first }
    position += 2
    let second = hexadecimal()
    guard (0xDC00...0xDFFF).contains(second) else { return 0xFFFD }
    return 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
  }

  private mutating func hexadecimal() -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 where position < bytes.count {
      guard let digit = UInt32(String(Unicode.Scalar(bytes[position])), radix: 16)
      else { return 0xFFFD }
      value = value << 4 | digit
      position += 1
    }
    return value
  }

  private mutating func literal() -> JSONValue? {
    let start = position
    while position < bytes.count, !"]},:\"".utf8.contains(bytes[position]),
      !bytes[position].isASCIIWhitespace
    {
      position += 1
    }
    guard position > start else { return nil }
    let word = bytes[start..<position]
    let isNumber = word.first.map { $0.isASCIIDigit || $0 == UInt8(ascii: "-") } ?? false
    if isNumber { return .number(String(decoding: word, as: UTF8.self)) }
    if word.elementsEqual("true".utf8) { return .boolean(true) }
    return word.elementsEqual("false".utf8) ? .boolean(false) : .null
  }

  /// Passes over white space and commas.
  private mutating func skipSpace() {
    while position < bytes.count,
      bytes[position].isASCIIWhitespace || bytes[position] == UInt8(ascii: ",")
    {
      position += 1
    }
  }
}
