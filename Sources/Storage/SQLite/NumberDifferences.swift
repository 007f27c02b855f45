/// JSON with each whole number written as its difference from the one before it.
///
/// The ranges of an analysis grow through the text; their differences are short and alike, and deflate to two thirds of the size.
/// Numbers inside strings are left alone. Exact both ways for canonical JSON.
enum NumberDifferences {
  /// The document with differences; nil where a number is not written as a whole number is in canonical JSON.
  /// - Complexity: O(bytes).
  static func encoded(_ json: [UInt8]) -> [UInt8]? {
    var before = 0
    return rewritten(json, mostDigits: mostDigits) { number in
      defer { before = number }
      return number - before
    }
  }

  /// The document from which `encoded` made these bytes; nil when it made no such bytes.
  /// - Complexity: O(bytes).
  static func decoded(_ json: [UInt8]) -> [UInt8]? {
    var before = 0
    return rewritten(json, mostDigits: mostDigits + 1) { change in
      before &+= change
      return before
    }
  }

  /// Longer numbers are refused: their differences might not fit.
  private static let mostDigits = 17

  private static func rewritten(
    _ json: [UInt8], mostDigits: Int, _ change: (Int) -> Int
  ) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(json.count)
    var place = 0
    var isInString = false
    while place < json.count {
      let byte = json[place]
      if isInString {
        let length = byte == UInt8(ascii: "\\") ? 2 : 1
        result.append(contentsOf: json[place..<min(place + length, json.count)])
        isInString = byte != UInt8(ascii: "\"")
        place += length
      } else if isDigit(byte) || byte == UInt8(ascii: "-") {
        guard let (number, end) = number(in: json, at: place, mostDigits) else { return nil }
        append(change(number), to: &result)
        place = end
      } else {
        result.append(byte)
        isInString = byte == UInt8(ascii: "\"")
        place += 1
      }
    }
    return result
  }

  /// The whole number that begins at `place`, and where it ends; nil for one that would not be written the same way again.
  private static func number(
    in json: [UInt8], at place: Int, _ mostDigits: Int
  ) -> (value: Int, end: Int)? {
    let isNegative = json[place] == UInt8(ascii: "-")
    let start = isNegative ? place + 1 : place
    var end = start
    var value = 0
    while end < json.count, isDigit(json[end]) {
      value = value * 10 + Int(json[end] & 15)
      end += 1
      guard end - start <= mostDigits else { return nil }
    }
    guard end > start else { return nil }
    let isPadded = json[start] == UInt8(ascii: "0") && (end - start > 1 || isNegative)
    let isFraction = end < json.count && fractionMarks.contains(json[end])
    guard !isPadded, !isFraction else { return nil }
    return (isNegative ? -value : value, end)
  }

  private static func append(_ value: Int, to result: inout [UInt8]) {
    if value < 0 { result.append(UInt8(ascii: "-")) }
    var digits: [UInt8] = []
    var rest = value.magnitude
    repeat {
      digits.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    result.append(contentsOf: digits.reversed())
  }

  private static let fractionMarks = Array(".eE".utf8)

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
