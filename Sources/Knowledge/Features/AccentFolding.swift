/// Takes accents off Latin letters: "Šefčovič" is "Sefcovic".
enum AccentFolding {
  /// The UTF-8 bytes of a text with accents taken off; other letters stay as they are.
  static func folded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        bytes.append(UInt8(scalar.value))
      } else if let plain = plain(scalar.value) {
        bytes.append(contentsOf: plain.utf8)
      } else if !(0x300...0x36F).contains(scalar.value) {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return bytes
  }

  /// The plain letters for U+00C0 to U+017F; nil where a letter has none.
  private static func plain(_ value: UInt32) -> String? {
    guard (0xC0...0x17F).contains(value) else { return nil }
    let letter = table[Int(value - 0xC0)]
    return letter == "-" ? nil : letter
  }

  private static let table: [String] = {
    let latin1 =
      "A A A A A A AE C E E E E I I I I D N O O O O O - O U U U U Y TH ss "
      + "a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th y "
    let extended =
      "A a A a A a C c C c C c C c D d D d E e E e E e E e E e G g G g G g G g H h H h "
      + "I i I i I i I i I i IJ ij J j K k k L l L l L l L l L l N n N n N n n N n "
      + "O o O o O o OE oe R r R r R r S s S s S s S s T t T t T t U u U u U u U u U u U u "
      + "W w Y y Y Z z Z z Z z s"
    return (latin1 + extended).split(separator: " ").map(String.init)
  }()
}
