import Primitives

/// Turns the bytes of a file into UTF-8 text, whatever character set they are in.
///
/// A byte order mark decides, then the declared set, then whether the bytes are UTF-8, then
/// windows-1252. What cannot be decoded becomes U+FFFD; binary content is refused.
enum TextDecoder {
  /// Decodes content into UTF-8 bytes without a byte order mark and without NUL.
  static func decode(_ bytes: [UInt8], declared: String?) throws(ReadingFault) -> [UInt8] {
    if let signature = BinaryContent.signature(of: bytes) {
      throw ReadingFault(.binary(signature))
    }
    if let (set, mark) = CharacterSet.byteOrderMark(of: bytes) {
      return try decode(Array(bytes.dropFirst(mark)), as: set)
    }
    if let set = CharacterSet.withoutMark(bytes) { return try decode(bytes, as: set) }
    if let damage = BinaryContent.damage(of: bytes) { throw ReadingFault(.binary(damage)) }
    return try decode(bytes, as: set(of: bytes, declared: declared))
  }

  /// The set to use for bytes without a mark.
  ///
  /// Bytes that are UTF-8 are UTF-8 whatever they claim to be: other sets hardly ever look like it.
  private static func set(
    of bytes: [UInt8], declared: String?
  ) throws(ReadingFault) -> CharacterSet {
    let utf8 = UTF8Survey(bytes)
    let claimed = declared.flatMap { CharacterSet(label: $0) }
    switch claimed {
    case .named(let name): return utf8.isSound && utf8.multibyte > 0 ? .utf8 : .named(name)
    case .windows1252 where utf8.isSound: return .utf8
    case .utf8, nil: return utf8.isMostlyUTF8 ? .utf8 : .windows1252
    // A page that says UTF-16 in ASCII bytes cannot be UTF-16.
    case .utf16: return .utf8
    case .windows1252: return .windows1252
    }
  }

  private static func decode(
    _ bytes: [UInt8], as set: CharacterSet
  ) throws(ReadingFault) -> [UInt8] {
    var decoded: [UInt8]
    switch set {
    case .utf8:
      decoded = repaired(bytes)
      // The bytes themselves have been looked at.
      if !decoded.contains(0) { return decoded }
    case .windows1252: decoded = Windows1252.decode(bytes)
    case .utf16(let bigEndian): decoded = UTF16Bytes.decode(bytes, bigEndian: bigEndian)
    case .named(let name): decoded = try SystemConverter.decode(bytes, from: name)
    }
    if let damage = BinaryContent.damage(of: decoded) { throw ReadingFault(.binary(damage)) }
    decoded.removeAll { $0 == 0 }
    return decoded
  }

  private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    return Array(String(decoding: bytes, as: UTF8.self).utf8)
  }
}
