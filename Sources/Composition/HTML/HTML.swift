/// A piece of HTML that is safe to send: text that was put into it has been escaped.
///
/// Interpolating a `String` escapes it; interpolating `HTML` does not. So stored text cannot break out:
/// ```swift
/// let item: HTML = "<li>\(article.title)</li>"   // "<script>" becomes "&lt;script&gt;"
/// ```
/// Attribute values must be quoted with `"`. Addresses from outside go through `HTML.address`.
public struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// The markup.
  public private(set) var markup: String

  /// Trusts markup that a program wrote.
  public init(stringLiteral markup: String) {
    self.markup = markup
  }

  /// Creates markup from an interpolation.
  public init(stringInterpolation: StringInterpolation) {
    markup = stringInterpolation.markup
  }

  /// Creates an empty piece.
  public init() {
    markup = ""
  }

  /// Escapes text.
  public init(text: String) {
    markup = Self.escape(text)
  }

  /// Appends another piece.
  public static func += (a: inout HTML, b: HTML) { a.markup += b.markup }

  /// One piece behind another.
  public static func + (a: HTML, b: HTML) -> HTML {
    var result = a
    result += b
    return result
  }

  /// Escapes `&`, `<`, `>` and both quotation marks; drops control characters that HTML forbids.
  /// - Complexity: O(bytes).
  public static func escape(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
      case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: continue
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// An address from outside for an `href`: only `http` and `https`; else nil.
  public static func address(_ url: String?) -> String? {
    guard let url else { return nil }
    let lower = url.prefix(8).lowercased()
    return lower.hasPrefix("https://") || lower.hasPrefix("http://") ? url : nil
  }

  /// Builds the pieces of an interpolated literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    /// Reserves room.
    public init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    /// Appends markup that stands in the source code.
    public mutating func appendLiteral(_ literal: String) { markup += literal }
    /// Appends text, escaped.
    public mutating func appendInterpolation(_ text: String) { markup += HTML.escape(text) }
    /// Appends text, escaped.
    public mutating func appendInterpolation(_ text: Substring) {
      markup += HTML.escape(String(text))
    }
    /// Appends a number.
    public mutating func appendInterpolation(_ number: Int) { markup += String(number) }
    /// Appends markup.
    public mutating func appendInterpolation(_ html: HTML) { markup += html.markup }
    /// Appends markup when there is any.
    public mutating func appendInterpolation(_ html: HTML?) { markup += html?.markup ?? "" }
  }
}

extension Sequence<HTML> {
  /// Joins pieces of markup.
  public func joined(separator: HTML = "") -> HTML {
    var result = HTML()
    for (index, piece) in enumerated() {
      if index > 0 { result += separator }
      result += piece
    }
    return result
  }
}
