import CZlib

/// zlib streams with a preset dictionary, in one go.
enum ZlibStream {
  private static let level: Int32 = 9
  private static let windowBits: Int32 = 15
  private static let memoryLevel: Int32 = 9

  /// The stream of these bytes; nil when zlib has no memory.
  /// - Complexity: O(bytes + dictionary).
  static func deflated(_ bytes: [UInt8], dictionary: PackingDictionary) -> [UInt8]? {
    var stream = unsafe z_stream()
    let size = Int32(unsafe MemoryLayout<z_stream>.size)
    guard
      unsafe deflateInit2_(
        &stream, level, Z_DEFLATED, windowBits, memoryLevel, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        == Z_OK
    else { return nil }
    defer { unsafe deflateEnd(&stream) }
    let known = dictionary.bytes
    guard unsafe deflateSetDictionary(&stream, known, UInt32(known.count)) == Z_OK else {
      return nil
    }
    let bound = Int(unsafe deflateBound(&stream, UInt(bytes.count)))
    var input = bytes
    let result = unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
        unsafe stream.next_in = input.baseAddress
        unsafe stream.avail_in = UInt32(input.count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(bound)
        let code = unsafe deflate(&stream, Z_FINISH)
        count = code == Z_STREAM_END ? bound - Int(unsafe stream.avail_out) : 0
      }
    }
    return result.isEmpty ? nil : result
  }

  /// The `count` bytes of a stream; nil when it is none, holds another number of bytes or names a dictionary that is not here.
  /// - Complexity: O(bytes).
  static func inflated(_ bytes: UnsafeBufferPointer<UInt8>, count: Int) -> [UInt8]? {
    var stream = unsafe z_stream()
    guard
      unsafe inflateInit2_(
        &stream, windowBits, ZLIB_VERSION, Int32(unsafe MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { unsafe inflateEnd(&stream) }
    unsafe stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
    unsafe stream.avail_in = UInt32(clamping: bytes.count)
    var isWhole = false
    let result = unsafe [UInt8](unsafeUninitializedCapacity: count) { output, filled in
      unsafe stream.next_out = output.baseAddress
      unsafe stream.avail_out = UInt32(clamping: count)
      var code = unsafe inflate(&stream, Z_FINISH)
      if code == Z_NEED_DICT, let named = unsafe PackingDictionary.named(stream.adler),
        unsafe inflateSetDictionary(&stream, named.bytes, UInt32(named.bytes.count)) == Z_OK
      {
        code = unsafe inflate(&stream, Z_FINISH)
      }
      isWhole = unsafe code == Z_STREAM_END && stream.avail_out == 0
      filled = isWhole ? count : 0
    }
    return isWhole ? result : nil
  }
}
