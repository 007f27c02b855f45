import Primitives

/// Reads the words of a text as bytes: letters and digits, apostrophes and hyphens inside.
///
/// Letters outside ASCII are taken as they are; ASCII letters are put in lower case.
enum WordScanner {
  /// Calls `body` with each word in lower case and where it stands.
  /// - Complexity: O(bytes).
  static func forEachWord(
    in bytes: [UInt8], _ body: (_ word: ArraySlice<UInt8>, _ range: Range<Int>) -> Void
  ) {
    var lowered: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard isWordByte(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      lowered.removeAll(keepingCapacity: true)
      while index < bytes.count, isWordByte(bytes[index]) {
        let byte = bytes[index]
        lowered.append(byte.isASCIIUppercase ? byte | 0x20 : byte)
        index += 1
      }
      body(lowered[...], start..<index)
    }
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80
  }
}
