import Primitives

/// Text made safe for Markdown.
public enum Markdown {
  private static let special = Set("\\`*_[]<>#|!&~".utf8)

  /// The text on one line with every mark of Markdown escaped by a backslash.
  public static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 8)
    for byte in text.utf8 {
      if byte < 0x20 || byte == 0x7F {
        bytes.append(0x20)
        continue
      }
      if special.contains(byte) { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
