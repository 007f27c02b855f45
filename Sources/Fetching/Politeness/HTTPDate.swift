import Primitives

/// Dates in HTTP header fields (RFC 9110, section 5.6.7, the preferred form).
enum HTTPDate {
  /// Parses `Sun, 06 Nov 1994 08:49:37 GMT`; nil when the text is not such a date.
  static func parse(_ text: String) -> CivilTime? {
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[5] == "GMT", let day = Int(parts[1]),
      let month = months.firstIndex(of: String(parts[2])), let year = Int(parts[3]),
      let date = CivilDate(year: year, month: month + 1, day: day)
    else { return nil }
    let clock = parts[4].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]),
      (0...60).contains(clock[2])
    else { return nil }
    return CivilTime(date, secondOfDay: clock[0] * 3600 + clock[1] * 60 + min(clock[2], 59))
  }

  /// The seconds that a `Retry-After` field asks for: a number, or a date against `now`.
  static func retryAfter(_ text: String, now: CivilTime) -> Int? {
    if let seconds = Int(text) { return seconds >= 0 ? seconds : nil }
    return parse(text).map { max(0, $0.secondsSinceEpoch - now.secondsSinceEpoch) }
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
