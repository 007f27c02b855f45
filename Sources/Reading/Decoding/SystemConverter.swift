import Glibc

/// Character sets beyond UTF and windows-1252, by the C library's converter.
enum SystemConverter {
  /// Whether the system can decode a set of this name.
  static func knows(_ name: String) -> Bool {
    guard let converter = unsafe iconv_open("UTF-8", name), Int(bitPattern: converter) != -1
    else { return false }
    unsafe _ = iconv_close(converter)
    return true
  }

  /// Decodes bytes into UTF-8; a byte that the set does not have becomes U+FFFD.
  static func decode(_ bytes: [UInt8], from name: String) throws(ReadingFault) -> [UInt8] {
    guard let converter = unsafe iconv_open("UTF-8", name), Int(bitPattern: converter) != -1
    else { throw ReadingFault(.unknownCharacterSet(name)) }
    defer { unsafe _ = iconv_close(converter) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    var position = 0
    while position < bytes.count {
      let used = unsafe step(converter, bytes, position, &result)
      position += used.consumed
      // An illegal sequence is skipped by one byte; a sequence cut off at the end ends the text.
      if used.error == EILSEQ || used.error == EINVAL {
        result.append(scalar: 0xFFFD)
        position += 1
      } else if used.error != 0, used.error != E2BIG {
        throw ReadingFault(.unknownCharacterSet(name))
      }
    }
    return result
  }

  /// Converts until the input, the room for output or the legal bytes end.
  private static func step(
    _ converter: iconv_t, _ bytes: [UInt8], _ position: Int, _ result: inout [UInt8]
  ) -> (consumed: Int, error: Int32) {
    let room = 64 << 10
    var inputLeft = bytes.count - position
    var error: Int32 = 0
    let output = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      unsafe bytes.withUnsafeBufferPointer { source in
        guard let base = source.baseAddress, let target = buffer.baseAddress else { return }
        var input: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutableRawPointer(
          mutating: base + position
        ).assumingMemoryBound(to: CChar.self)
        var out: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutableRawPointer(target)
          .assumingMemoryBound(to: CChar.self)
        var outputLeft = room
        if unsafe iconv(converter, &input, &inputLeft, &out, &outputLeft) == Int.max.magnitude
          || inputLeft > 0
        {
          error = errno
        }
        count = room - outputLeft
      }
    }
    result += output
    return (bytes.count - position - inputLeft, error)
  }
}
