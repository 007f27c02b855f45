/// A point in time as newsrooms write it: a day, or a day and a second of it in UTC.
///
/// In JSON it is an ISO 8601 string: `2023-06-02` or `2023-06-02T08:30:00Z`.
public struct CivilTime: Hashable, Sendable {
  /// The day, in UTC when the second is known, else as the source gave it.
  public let date: CivilDate
  /// The second of the day in UTC, 0 to 86399; nil when only the day is known.
  public let secondOfDay: Int?

  /// Creates a point in time; `secondOfDay` must be 0 to 86399.
  public init(_ date: CivilDate, secondOfDay: Int? = nil) {
    if let second = secondOfDay {
      precondition((0..<86_400).contains(second), "second \(second) is not in a day")
    }
    self.date = date
    self.secondOfDay = secondOfDay
  }

  /// Creates a point in time from seconds since 1970-01-01T00:00:00Z.
  public init(secondsSinceEpoch seconds: Int) {
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    self.init(CivilDate(daysSinceEpoch: day), secondOfDay: seconds - day * 86_400)
  }

  /// Seconds since 1970-01-01T00:00:00Z; a bare day counts from its midnight.
  public var secondsSinceEpoch: Int { date.daysSinceEpoch * 86_400 + (secondOfDay ?? 0) }
}

extension CivilTime: Comparable {
  /// Orders by time; a bare day comes before the seconds of the same day.
  public static func < (a: CivilTime, b: CivilTime) -> Bool {
    (a.date, a.secondOfDay ?? -1) < (b.date, b.secondOfDay ?? -1)
  }
}

extension CivilTime: CustomStringConvertible {
  /// The time in ISO 8601, with `Z` when the second is known.
  public var description: String {
    guard let second = secondOfDay else { return date.description }
    let parts = [second / 3600, second / 60 % 60, second % 60]
    return "\(date)T" + parts.map { CivilDate.padded($0, 2) }.joined(separator: ":") + "Z"
  }
}

extension CivilTime: Codable {
  /// Reads an ISO 8601 string; throws `DecodingError` when it is none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let time = CivilTime(iso8601: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\"\(text)\" is not an ISO 8601 date or time")
    }
    self = time
  }

  /// Writes an ISO 8601 string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
