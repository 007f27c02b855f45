import CZlib

/// Texts as they lie in the file: deflated when that makes them smaller, else as they are.
///
/// A packed text is a blob: the length of what was deflated in bytes as a 32-bit little-endian number, then a zlib stream (RFC 1950). The
/// stream names the preset dictionary that it was made with, if any; the highest bit of the length says that numbers are written as
/// differences (`NumberDifferences`). Columns that hold one are of type ANY, so a plain text in them is read as well.
enum PackedText {
  /// What a text is like, which says how it is packed.
  enum Kind {
    /// Running text in a natural language.
    case prose
    /// An analysis, or other JSON with the same words in it.
    case analysis
  }

  /// Shorter texts stay as they are: deflating them gains nothing worth the work.
  static let leastBytes = 128
  /// Deflate cannot do better than this (zlib's own documentation: 1032 to 1).
  private static let greatestRatio = 1040
  private static let lengthBytes = 4
  private static let differencesMark: UInt32 = 1 << 31

  /// The value to store for a text.
  /// - Complexity: O(bytes).
  static func value(_ text: String, as kind: Kind) -> SQLiteValue {
    let plain = Array(text.utf8)
    guard plain.count >= leastBytes else { return .text(text) }
    let differences = kind == .analysis ? NumberDifferences.encoded(plain) : nil
    let bytes = differences ?? plain
    guard let length = UInt32(exactly: bytes.count), length < differencesMark,
      let stream = ZlibStream.deflated(bytes, dictionary: PackingDictionary.of(kind))
    else { return .text(text) }
    let head = differences == nil ? length : length | differencesMark
    let packed = (0..<lengthBytes).map { UInt8(truncatingIfNeeded: head >> (8 * UInt32($0))) }
    return packed.count + stream.count < plain.count ? .blob(packed + stream) : .text(text)
  }

  /// The text of a blob; nil when the blob is no packed text.
  ///
  /// The memory that is asked for is bounded by what so many bytes can hold.
  static func text(of blob: UnsafeBufferPointer<UInt8>) -> String? {
    guard blob.count > lengthBytes else { return nil }
    var head: UInt32 = 0
    for place in 0..<lengthBytes { head |= unsafe UInt32(blob[place]) << (8 * UInt32(place)) }
    let stream = unsafe UnsafeBufferPointer(rebasing: blob[lengthBytes...])
    let length = Int(head & ~differencesMark)
    guard length <= stream.count * greatestRatio,
      let bytes = unsafe ZlibStream.inflated(stream, count: length)
    else { return nil }
    guard head & differencesMark != 0 else { return String(decoding: bytes, as: UTF8.self) }
    return NumberDifferences.decoded(bytes).map { String(decoding: $0, as: UTF8.self) }
  }
}
