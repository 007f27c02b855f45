/// Widths of text in a sans-serif of usual proportions, so that labels can be laid out without a browser.
///
/// Advances are in thousandths of the font size, rounded up to the widest of the common system fonts, so a
/// label is rather cut too early than drawn over its neighbour.
enum TextWidths {
  private static let narrow = Set("ijl.,:;'!| ".utf8)
  private static let slim = Set("frtI-\"/()[]".utf8)
  private static let wide = Set("mwMW@%".utf8)

  /// The width of the text at the font size.
  static func width(_ text: String, size: Double) -> Double {
    var thousandths = 0
    for scalar in text.unicodeScalars { thousandths += advance(scalar) }
    return Double(thousandths) * size / 1000
  }

  /// The text cut with an ellipsis so that it fits; unchanged when it does.
  static func fitted(_ text: String, size: Double, width limit: Double) -> String {
    if width(text, size: size) <= limit { return text }
    var result = ""
    var used = width("…", size: size)
    for scalar in text.unicodeScalars {
      used += Double(advance(scalar)) * size / 1000
      if used > limit { break }
      result.unicodeScalars.append(scalar)
    }
    if let space = result.lastIndex(of: " "), space > result.startIndex {
      result = String(result[..<space])
    }
    while result.last == " " || result.last == "," { result.removeLast() }
    return result + "…"
  }

  /// The text in lines that fit, at most so many; the last is cut with an ellipsis when more follows.
  static func lines(_ text: String, size: Double, width limit: Double, most: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var words = text.split(separator: " ").map(String.init)[...]
    while let word = words.first {
      let longer = line.isEmpty ? word : line + " " + word
      if width(longer, size: size) <= limit || line.isEmpty {
        line = longer
        words = words.dropFirst()
      } else if lines.count + 1 == most {
        line = longer
        break
      } else {
        lines.append(line)
        line = ""
      }
    }
    if !line.isEmpty { lines.append(fitted(line, size: size, width: limit)) }
    return lines
  }

  private static func advance(_ scalar: Unicode.Scalar) -> Int {
    guard scalar.isASCII else { return scalar.value >= 0x1100 ? 1000 : 660 }
    let byte = UInt8(scalar.value)
    if narrow.contains(byte) { return 330 }
    if slim.contains(byte) { return 420 }
    if wide.contains(byte) { return 980 }
    return byte.isASCIIUppercaseLetter ? 740 : 635
  }
}

extension UInt8 {
  fileprivate var isASCIIUppercaseLetter: Bool { (0x41...0x5A).contains(self) }
}
