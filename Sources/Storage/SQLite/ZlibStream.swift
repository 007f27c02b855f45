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
  ///
  /// zlib takes the checksum of the whole dictionary for each stream that names one, which is longer work than a short stream itself: the
  /// deflated data of such a stream (RFC 1951) is read by itself, and its two checksums are compared here.
  /// - Complexity: O(bytes).
  static func inflated(_ bytes: UnsafeBufferPointer<UInt8>, count: Int) -> [UInt8]? {
    guard bytes.count >= plainHeaderBytes, unsafe bytes[1] & namesDictionary != 0 else {
      return unsafe inflated(bytes, count: count, windowBits: windowBits, dictionary: nil)
    }
    let headerBytes = plainHeaderBytes + checksumBytes
    guard bytes.count > headerBytes + checksumBytes,
      unsafe bytes[0] == UInt8(Z_DEFLATED) | UInt8(windowBits - 8) << 4,
      unsafe (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0,
      let dictionary = PackingDictionary.named(unsafe checksum(in: bytes, at: plainHeaderBytes)),
      let data = unsafe inflated(
        UnsafeBufferPointer(rebasing: bytes[headerBytes..<(bytes.count - checksumBytes)]),
        count: count, windowBits: -windowBits, dictionary: dictionary),
      unsafe adler32(1, data, UInt32(data.count))
        == checksum(in: bytes, at: bytes.count - checksumBytes)
    else { return nil }
    return data
  }

  /// The method, the window and the flags of a stream (RFC 1950, section 2.2).
  private static let plainHeaderBytes = 2
  /// The flag of a stream that names a dictionary.
  private static let namesDictionary: UInt8 = 0x20
  private static let checksumBytes = 4

  private static func checksum(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt {
    (0..<checksumBytes).reduce(0) { unsafe $0 << 8 | UInt(bytes[place + $1]) }
  }

  private static func inflated(
    _ bytes: UnsafeBufferPointer<UInt8>, count: Int, windowBits: Int32,
    dictionary: PackingDictionary?
  ) -> [UInt8]? {
    var stream = unsafe z_stream()
    guard
      unsafe inflateInit2_(
        &stream, windowBits, ZLIB_VERSION, Int32(unsafe MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { unsafe inflateEnd(&stream) }
    if let known = dictionary?.bytes {
      guard unsafe inflateSetDictionary(&stream, known, UInt32(known.count)) == Z_OK else {
        return nil
      }
    }
    unsafe stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
    unsafe stream.avail_in = UInt32(clamping: bytes.count)
    var isWhole = false
    let result = unsafe [UInt8](unsafeUninitializedCapacity: count) { output, filled in
      unsafe stream.next_out = output.baseAddress
      unsafe stream.avail_out = UInt32(clamping: count)
      let code = unsafe inflate(&stream, Z_FINISH)
      isWhole = unsafe code == Z_STREAM_END && stream.avail_out == 0 && stream.avail_in == 0
      filled = isWhole ? count : 0
    }
    return isWhole ? result : nil
  }
}
