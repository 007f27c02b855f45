/// A text held as its UTF-8 bytes, addressed by byte ranges.
///
/// `String` makes indexing by byte offset awkward and slow; this keeps the bytes and makes a `String`
/// only when one is asked for.
public struct UTF8Text: Hashable, Sendable {
  /// The bytes, always valid UTF-8.
  public let bytes: [UInt8]

  /// Holds the bytes of `string`.
  public init(_ string: String) {
    bytes = Array(string.utf8)
  }

  /// The number of bytes.
  public var count: Int { bytes.count }

  /// The range of the whole text.
  public var fullRange: ByteRange { ByteRange(0, bytes.count) }

  /// The words at `range`, or nil when the range is outside the text or cuts a character.
  public func words(at range: ByteRange) -> String? {
    guard range.end <= bytes.count, isBoundary(range.start), isBoundary(range.end) else {
      return nil
    }
    return String(decoding: bytes[range.indices], as: UTF8.self)
  }

  /// The words at a range that is known to fit; traps with the values when it does not.
  public subscript(range: ByteRange) -> String {
    guard let words = words(at: range) else {
      preconditionFailure("range \(range) does not fit a text of \(bytes.count) bytes")
    }
    return words
  }

  /// Whether `offset` is between two characters (Unicode scalars) or at an end.
  public func isBoundary(_ offset: Int) -> Bool {
    if offset == bytes.count { return true }
    guard offset >= 0, offset < bytes.count else { return false }
    return bytes[offset] & 0xC0 != 0x80
  }

  /// The range without ASCII white space at both ends.
  public func trimmed(_ range: ByteRange) -> ByteRange {
    var start = range.start
    var end = range.end
    while start < end, bytes[start].isASCIIWhitespace { start += 1 }
    while start < end, bytes[end - 1].isASCIIWhitespace { end -= 1 }
    return ByteRange(start, end)
  }

  /// The whole text as a `String`.
  public var string: String { String(decoding: bytes, as: UTF8.self) }
}

extension UInt8 {
  /// Whether the byte is space, tab, line feed, vertical tab, form feed or carriage return.
  @inlinable public var isASCIIWhitespace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  /// Whether the byte is `0`-`9`.
  @inlinable public var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
  /// Whether the byte is `A`-`Z`.
  @inlinable public var isASCIIUppercase: Bool { (0x41...0x5A).contains(self) }
  /// Whether the byte is `a`-`z`.
  @inlinable public var isASCIILowercase: Bool { (0x61...0x7A).contains(self) }
  /// Whether the byte is an ASCII letter.
  @inlinable public var isASCIILetter: Bool { isASCIIUppercase || isASCIILowercase }
}
