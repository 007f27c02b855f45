extension CivilTime {
  /// Parses ISO 8601 as it is met in the wild; nil when the text is not such a time.
  ///
  /// Takes `2023-06-02`, `2023-06-02T10:30`, `2023-06-02 10:30:00.123+09:00`, `20230602T083000Z`. A time
  /// without an offset is taken as UTC. Fractions of a second are dropped.
  public init?(iso8601 text: String) {
    var scanner = DigitScanner(bytes: Array(text.utf8))
    guard let year = scanner.digits(4) else { return nil }
    let extended = scanner.take("-")
    guard let month = scanner.digits(2) else { return nil }
    if extended, !scanner.take("-") { return nil }
    guard let day = scanner.digits(2), let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    if scanner.isAtEnd {
      self.init(date)
      return
    }
    guard scanner.take("T") || scanner.take("t") || scanner.take(" "),
      let second = scanner.timeOfDay(), let offset = scanner.offset(), scanner.isAtEnd
    else { return nil }
    self.init(secondsSinceEpoch: date.daysSinceEpoch * 86_400 + second - offset)
  }
}

/// Reads fixed-width decimal fields from bytes.
private struct DigitScanner {
  let bytes: [UInt8]
  var position = 0

  var isAtEnd: Bool { position == bytes.count }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
    position += 1
    return true
  }

  mutating func digits(_ width: Int) -> Int? {
    guard position + width <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[position..<position + width] {
      guard byte.isASCIIDigit else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    position += width
    return value
  }

  /// Hours, minutes and seconds as a second of the day.
  mutating func timeOfDay() -> Int? {
    guard let hour = digits(2), hour < 24 else { return nil }
    let extended = take(":")
    guard let minute = digits(2), minute < 60 else { return nil }
    var second = 0
    if take(":") || (!extended && position < bytes.count && bytes[position].isASCIIDigit) {
      guard let value = digits(2), value <= 60 else { return nil }
      second = min(value, 59)
    }
    if take(".") || take(",") {
      while position < bytes.count, bytes[position].isASCIIDigit { position += 1 }
    }
    return hour * 3600 + minute * 60 + second
  }

  /// The offset from UTC in seconds; zero when none is given.
  mutating func offset() -> Int? {
    _ = take(" ")
    if isAtEnd || take("Z") || take("z") { return 0 }
    let sign = take("+") ? 1 : (take("-") ? -1 : 0)
    guard sign != 0, let hour = digits(2), hour < 24 else { return nil }
    _ = take(":")
    let minute = isAtEnd ? 0 : digits(2)
    guard let minute, minute < 60 else { return nil }
    return sign * (hour * 3600 + minute * 60)
  }
}
