/// Follows double quotation marks, straight and curly, through a text.
struct QuotationState {
  /// How many curly marks are open.
  private var curly = 0
  /// Whether a straight mark is open.
  private var straight = false
  /// Whether a closing mark came without an opening one.
  private(set) var isBroken = false
  private var pending: [UInt8] = []

  /// Whether a quotation is open.
  var isOpen: Bool { curly > 0 || straight }

  /// Reads on.
  mutating func read(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { read(byte) }
  }

  /// Reads one byte; curly marks are `E2 80 9C` and `E2 80 9D`.
  mutating func read(_ byte: UInt8) {
    if byte == UInt8(ascii: "\"") {
      straight.toggle()
      pending = []
      return
    }
    switch (pending.count, byte) {
    case (0, 0xE2): pending = [byte]
    case (1, 0x80): pending.append(byte)
    case (2, 0x9C):
      curly += 1
      pending = []
    case (2, 0x9D):
      if curly == 0 { isBroken = true } else { curly -= 1 }
      pending = []
    default: pending = []
    }
  }

  /// The bytes with curly single marks made straight.
  static func straightened(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let isCurly =
        bytes[position] == 0xE2 && position + 2 < bytes.endIndex && bytes[position + 1] == 0x80
        && (bytes[position + 2] == 0x98 || bytes[position + 2] == 0x99)
      result.append(isCurly ? UInt8(ascii: "'") : bytes[position])
      position += isCurly ? 3 : 1
    }
    return result
  }
}
