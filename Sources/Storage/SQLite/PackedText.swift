import CZlib

/// Texts as they lie in the file: deflated when that makes them smaller, else as they are.
///
/// A packed text is a blob: the length of the text in bytes as a 32-bit little-endian number, then a zlib
/// stream (RFC 1950). Columns that hold one are of type ANY, so a plain text in them is read as well.
enum PackedText {
  /// Shorter texts stay as they are: deflating them gains nothing worth the work.
  static let leastBytes = 256
  /// Deflate cannot do better than this (zlib's own documentation: 1032 to 1).
  private static let greatestRatio = 1040
  private static let lengthBytes = 4

  /// The value to store for a text.
  /// - Complexity: O(bytes).
  static func value(_ text: String) -> SQLiteValue {
    let bytes = Array(text.utf8)
    guard bytes.count >= leastBytes, let length = UInt32(exactly: bytes.count) else {
      return .text(text)
    }
    let bound = Int(compressBound(UInt(bytes.count)))
    let packed = unsafe [UInt8](unsafeUninitializedCapacity: bound + lengthBytes) { buffer, count in
      for place in 0..<lengthBytes {
        unsafe buffer[place] = UInt8(truncatingIfNeeded: length >> (8 * UInt32(place)))
      }
      var size = UInt(bound)
      let target = unsafe buffer.baseAddress.map { unsafe $0 + lengthBytes }
      let code = unsafe compress2(target, &size, bytes, UInt(bytes.count), 6)
      count = code == Z_OK ? Int(size) + lengthBytes : 0
    }
    return packed.isEmpty || packed.count >= bytes.count ? .text(text) : .blob(packed)
  }

  /// The text of a blob; nil when the blob is no packed text.
  ///
  /// The memory that is asked for is bounded by what so many bytes can hold.
  static func text(of blob: UnsafeBufferPointer<UInt8>) -> String? {
    guard blob.count > lengthBytes else { return nil }
    var length = 0
    for place in 0..<lengthBytes { length |= unsafe Int(blob[place]) << (8 * place) }
    let stream = unsafe UnsafeBufferPointer(rebasing: blob[lengthBytes...])
    guard length <= stream.count * greatestRatio else { return nil }
    var isWhole = false
    let text = unsafe String(unsafeUninitializedCapacity: length) { buffer in
      var size = UInt(length)
      let code = unsafe uncompress(
        buffer.baseAddress, &size, stream.baseAddress, UInt(stream.count))
      isWhole = code == Z_OK && Int(size) == length
      return isWhole ? length : 0
    }
    return isWhole ? text : nil
  }
}
