import Primitives

/// A document type declaration: where it ends, and the entities that it declares.
///
/// It is read only to be taken out: nothing in it is fetched or expanded.
struct XMLDoctype {
  /// What an entity stands for.
  enum Entity: Equatable {
    case text(String)
    /// Its text refers to other entities or holds markup.
    case nested
    /// Its text stands in another file.
    case external
  }

  /// The place after the declaration.
  private(set) var end: Int
  private(set) var entities: [String: Entity] = [:]
  /// A parameter entity of another file that the declaration uses.
  private(set) var externalParameter: String?
  private var externalParameters: Set<String> = []
  private let bytes: [UInt8]

  /// Reads the declaration that starts at a place.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    end = start + 2
    skipToSubset()
  }

  /// Passes the name and the identifiers; reads the internal subset when there is one.
  private mutating func skipToSubset() {
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: ">"):
        end += 1
        return
      case UInt8(ascii: "["):
        end += 1
        readSubset()
      case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = quoted()
      default: end += 1
      }
    }
  }

  private mutating func readSubset() {
    while end < bytes.count {
      if bytes[end] == UInt8(ascii: "]") {
        end += 1
        return
      } else if bytes[end...].starts(with: "<!--".utf8) {
        skipComment()
      } else if bytes[end...].starts(with: "<!ENTITY".utf8) {
        end += 8
        readEntity()
      } else if bytes[end] == UInt8(ascii: "<") {
        skipDeclaration()
      } else if bytes[end] == UInt8(ascii: "%") {
        readParameterReference()
      } else {
        end += 1
      }
    }
  }

  private mutating func readEntity() {
    skipSpace()
    let isParameter = end < bytes.count && bytes[end] == UInt8(ascii: "%")
    if isParameter {
      end += 1
      skipSpace()
    }
    let name = word()
    skipSpace()
    var entity = Entity.external
    if end < bytes.count, bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "'") {
      entity = Self.entity(quoted())
    }
    if isParameter {
      if entity == .external { externalParameters.insert(name) }
    } else if entities[name] == nil {
      entities[name] = entity
    }
    skipDeclaration()
  }

  private mutating func readParameterReference() {
    end += 1
    let name = word()
    if externalParameters.contains(name), externalParameter == nil { externalParameter = name }
  }

  /// What a literal stands for: text when it holds no markup and no entity beyond XML's own five.
  private static func entity(_ literal: ArraySlice<UInt8>) -> Entity {
    guard !literal.contains(UInt8(ascii: "<")), !literal.contains(UInt8(ascii: "%")) else {
      return .nested
    }
    var text: [UInt8] = []
    var rest = literal
    while let byte = rest.first {
      guard byte == UInt8(ascii: "&") else {
        text.append(byte)
        rest = rest.dropFirst()
        continue
      }
      guard let stop = rest.prefix(16).firstIndex(of: UInt8(ascii: ";")) else { return .nested }
      let name = String(decoding: rest[(rest.startIndex + 1)..<stop], as: UTF8.self)
      guard let scalar = Self.scalar(name) else { return .nested }
      text += Array(String(scalar).utf8)
      rest = rest[(stop + 1)...]
    }
    return .text(String(decoding: text, as: UTF8.self))
  }

  private static func scalar(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.hasPrefix("x")
    let value = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10)
    guard let value, value >= 0x20 || value == 0x0A || value == 0x09 else { return nil }
    return Unicode.Scalar(value)
  }

  private mutating func skipSpace() {
    while end < bytes.count, bytes[end].isASCIIWhitespace { end += 1 }
  }

  private mutating func word() -> String {
    let start = end
    while end < bytes.count, !bytes[end].isASCIIWhitespace, !">;\"'%&<]".utf8.contains(bytes[end]) {
      end += 1
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Reads a literal between its quotation marks.
  private mutating func quoted() -> ArraySlice<UInt8> {
    let mark = bytes[end]
    let start = end + 1
    let stop = bytes[start...].firstIndex(of: mark) ?? bytes.count
    end = min(stop + 1, bytes.count)
    return bytes[start..<stop]
  }

  private mutating func skipComment() {
    end += 4
    while end < bytes.count, !bytes[end...].starts(with: "-->".utf8) { end += 1 }
    end = min(end + 3, bytes.count)
  }

  private mutating func skipDeclaration() {
    while end < bytes.count, bytes[end] != UInt8(ascii: ">") {
      if bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "'") {
        _ = quoted()
      } else {
        end += 1
      }
    }
    end = min(end + 1, bytes.count)
  }
}
