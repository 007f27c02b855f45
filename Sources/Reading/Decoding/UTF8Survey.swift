/// Counts how much of some bytes is UTF-8.
struct UTF8Survey {
  /// Characters of two bytes or more that are well formed.
  private(set) var multibyte = 0
  /// Places at which the bytes are not well formed.
  private(set) var faults = 0

  init(_ bytes: [UInt8]) {
    var index = 0
    while let next = bytes[index...].firstIndex(where: { $0 >= 0x80 }) {
      index = next
      let lead = bytes[index]
      let length = Self.length(lead)
      if length > 0, index + length <= bytes.count,
        bytes[(index + 1)..<(index + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
      {
        multibyte += 1
        index += length
      } else {
        faults += 1
        index += 1
      }
    }
  }

  /// Whether nothing speaks against UTF-8.
  var isSound: Bool { faults == 0 }

  /// Whether damaged UTF-8 is a better explanation than another set.
  ///
  /// In a text of another set nearly every byte above 127 is a fault; in damaged UTF-8 few are.
  var isMostlyUTF8: Bool { faults == 0 || multibyte >= faults }

  private static func length(_ lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }
}
