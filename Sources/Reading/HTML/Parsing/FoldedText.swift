import Primitives

/// Builds text with runs of white space folded to one space, without space at its ends.
struct FoldedText {
  private(set) var bytes: [UInt8] = []
  private var pendingSpace = false

  /// Appends text; no-break and other Unicode spaces fold as well, soft hyphens and marks vanish.
  mutating func append(_ text: ArraySlice<UInt8>) {
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte.isASCIIWhitespace {
        pendingSpace = true
        index += 1
      } else if byte < 0x80 {
        put(byte)
        index += 1
      } else {
        index = appendMultibyte(text, index)
      }
    }
  }

  /// Notes that words before and after do not touch.
  mutating func appendSpace() {
    pendingSpace = true
  }

  /// Whether nothing but white space has been appended.
  var isEmpty: Bool { bytes.isEmpty }

  /// The text so far.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  private mutating func put(_ byte: UInt8) {
    if pendingSpace {
      if !bytes.isEmpty { bytes.append(0x20) }
      pendingSpace = false
    }
    bytes.append(byte)
  }

  private mutating func appendMultibyte(_ text: ArraySlice<UInt8>, _ index: Int) -> Int {
    let second = index + 1 < text.endIndex ? text[index + 1] : 0
    let third = index + 2 < text.endIndex ? text[index + 2] : 0
    switch (text[index], second, third) {
    case (0xC2, 0xA0, _), (0xC2, 0x85, _):
      pendingSpace = true
      return index + 2
    case (0xC2, 0xAD, _):
      return index + 2
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF),
      (0xE3, 0x80, 0x80):
      pendingSpace = true
      return index + 3
    case (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF):
      return index + 3
    default:
      put(text[index])
      var next = index + 1
      while next < text.endIndex, text[next] & 0xC0 == 0x80 {
        bytes.append(text[next])
        next += 1
      }
      return next
    }
  }
}
