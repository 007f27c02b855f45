import NewsModel
import Primitives

/// The text of an element of a feed, in whichever of the ways feeds have of holding markup.
///
/// Atom says what its text is; RSS leaves it to the reader, so that `MarkupGuess` looks.
struct FeedText {
  private enum Form {
    case plain([UInt8])
    case html([UInt8])
    /// Bytes that are no text, such as a picture in base 64.
    case binary
  }

  private let form: Form
  private let base: String?

  /// Takes an element's text; `isTitle` makes the guess of markup stricter.
  init(_ element: XMLElement, base: String?, isTitle: Bool = false) {
    self.base = element.base(document: base)
    form = Self.form(element, isTitle: isTitle)
  }

  /// The text as paragraphs.
  func markup(limits: ReadingLimits) throws(ReadingFault) -> MarkupText {
    switch form {
    case .plain(let bytes): MarkupText(plain: bytes)
    case .html(let bytes): try MarkupText(html: bytes, base: base, limits: limits)
    case .binary: MarkupText()
    }
  }

  /// The text on one line; nil when there is none or its markup cannot be read.
  func line(limits: ReadingLimits) -> String? {
    do throws(ReadingFault) {
      return try markup(limits: limits).line
    } catch {
      return nil
    }
  }

  private static func form(_ element: XMLElement, isTitle: Bool) -> Form {
    let mode = element.attribute("mode")?.lowercased()
    let type = (element.attribute("type") ?? "").lowercased()
    if mode == "base64" { return decoded(element.textBytes, type: type) }
    if element.children.contains(where: { $0.vocabulary == .xhtml })
      || (!element.children.isEmpty && isMarkupType(type))
    {
      return .html(element.innerMarkup)
    }
    switch type {
    case "html", "text/html", "application/xhtml+xml", "xhtml": return .html(element.textBytes)
    case "", "text", "text/plain":
      if element.vocabulary == .atom { return .plain(element.textBytes) }
      return guessed(element, isTitle: isTitle)
    default: return foreign(element, type: type)
    }
  }

  private static func isMarkupType(_ type: String) -> Bool {
    type == "" || type == "html" || type == "xhtml" || type.hasSuffix("html")
      || type.hasSuffix("xml")
  }

  private static func guessed(_ element: XMLElement, isTitle: Bool) -> Form {
    if !element.children.isEmpty { return .html(element.innerMarkup) }
    let text = element.textBytes
    let isMarkup = isTitle ? MarkupGuess.isMarkupInTitle(text) : MarkupGuess.isMarkup(text)
    return isMarkup ? .html(text) : .plain(text)
  }

  /// Media types: text and XML are text, all else is in base 64 (RFC 4287, section 4.1.3.3).
  private static func foreign(_ element: XMLElement, type: String) -> Form {
    if type.hasPrefix("text/") || type.hasSuffix("+xml") || type.hasSuffix("/xml") {
      return guessed(element, isTitle: false)
    }
    return type.contains("/")
      ? decoded(element.textBytes, type: type) : guessed(element, isTitle: false)
  }

  private static func decoded(_ text: [UInt8], type: String) -> Form {
    guard let bytes = Base64.decode(text), String(validating: bytes, as: UTF8.self) != nil,
      BinaryContent.damage(of: bytes) == nil
    else { return .binary }
    let isPlain = type == "text/plain" || type == "text"
    return isPlain || !MarkupGuess.isMarkup(bytes) ? .plain(bytes) : .html(bytes)
  }
}

/// Decodes base 64 (RFC 4648).
enum Base64 {
  /// The bytes; nil when the text holds anything but base 64 and white space.
  static func decode(_ text: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var buffer: UInt32 = 0
    var bits = 0
    for byte in text where !byte.isASCIIWhitespace && byte != UInt8(ascii: "=") {
      guard let value = value(byte) else { return nil }
      buffer = buffer << 6 | UInt32(value)
      bits += 6
      if bits >= 8 {
        bits -= 8
        result.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
      }
    }
    return result
  }

  private static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
