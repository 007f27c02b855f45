import Primitives

/// Shortens a headline to the length of a name, at a place where a reader would pause.
enum HeadlineShortener {
  /// The longest name made from a headline, in bytes.
  static let longest = 70
  /// A headline without a pause stays whole up to this length.
  private static let longestWhole = 110
  /// The shortest name that is left when a headline is cut.
  private static let shortest = 20
  /// Where a headline can be cut, the best place first.
  private static let pauses: [String] = [
    " | ", "; ", " – ", " — ", " - ", ": ", ", ", " as ", " after ", " amid ", " while ", " but ",
  ]

  /// The headline itself when it is short, else cut at a pause, else between words with an ellipsis.
  static func shortened(_ headline: String) -> String {
    let bytes = Array(headline.utf8)
    guard bytes.count > longest else { return headline }
    for pause in pauses {
      if let end = lastCut(bytes, at: Array(pause.utf8)) {
        return String(decoding: bytes[..<end], as: UTF8.self)
      }
    }
    if bytes.count <= longestWhole { return headline }
    let end = bytes[..<longest].lastIndex(of: 0x20) ?? boundary(bytes, longest)
    return String(decoding: bytes[..<end], as: UTF8.self) + "…"
  }

  /// The last pause that leaves a name of the right length.
  private static func lastCut(_ bytes: [UInt8], at pause: [UInt8]) -> Int? {
    (shortest...longest).last { bytes[$0...].starts(with: pause) }
  }

  private static func boundary(_ bytes: [UInt8], _ offset: Int) -> Int {
    var end = offset
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}
