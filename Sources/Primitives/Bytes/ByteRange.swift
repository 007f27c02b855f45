/// A half-open range of UTF-8 byte offsets into one text.
///
/// Every offset in Backgrounder is a UTF-8 byte offset; no other unit is used. In JSON a range is
/// the pair `[start, end]`.
public struct ByteRange: Hashable, Sendable {
  /// The offset of the first byte.
  public let start: Int
  /// The offset after the last byte.
  public let end: Int

  /// Creates a range; `start` must not be negative and `end` must not be before `start`.
  public init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "byte range \(start)..<\(end) is not a range")
    self.start = start
    self.end = end
  }

  /// The number of bytes.
  public var count: Int { end - start }
  /// Whether the range holds no byte.
  public var isEmpty: Bool { start == end }
  /// The same range as a Swift range.
  public var indices: Range<Int> { start..<end }

  /// Whether the offset lies inside the range.
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
  /// Whether every byte of `other` is a byte of this range.
  public func contains(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }
  /// Whether the two ranges share a byte.
  public func overlaps(_ other: ByteRange) -> Bool { start < other.end && other.start < end }
  /// The smallest range that holds both.
  public func union(_ other: ByteRange) -> ByteRange {
    ByteRange(min(start, other.start), max(end, other.end))
  }
}

extension ByteRange: Comparable {
  /// Orders by start, then by end.
  public static func < (a: ByteRange, b: ByteRange) -> Bool {
    (a.start, a.end) < (b.start, b.end)
  }
}

extension ByteRange: Codable {
  /// Reads the pair `[start, end]`; throws `DecodingError` when it is not a range.
  public init(from decoder: any Decoder) throws {
    var pair = try decoder.unkeyedContainer()
    let start = try pair.decode(Int.self)
    let end = try pair.decode(Int.self)
    guard 0 <= start, start <= end else {
      throw DecodingError.dataCorruptedError(
        in: pair, debugDescription: "[\(start), \(end)] is not a byte range")
    }
    self.init(start, end)
  }

  /// Writes the pair `[start, end]`.
  public func encode(to encoder: any Encoder) throws {
    var pair = encoder.unkeyedContainer()
    try pair.encode(start)
    try pair.encode(end)
  }
}

extension ByteRange: CustomStringConvertible {
  /// The range as `start..<end`.
  public var description: String { "\(start)..<\(end)" }
}
