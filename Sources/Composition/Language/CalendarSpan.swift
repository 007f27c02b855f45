import Primitives

/// The days that a TIMEX3 value names.
struct CalendarSpan: Hashable {
  /// How fine the value is.
  enum Granularity: Hashable {
    case day, week, month, year
  }

  /// The first day.
  let first: CivilDate
  /// The last day.
  let last: CivilDate
  /// How fine the value is.
  let granularity: Granularity

  /// Reads `2023-06-01`, `2023-06-01T10:00`, `2023-W22`, `2023-06` or `2023`; nil for other values.
  init?(timex value: String) {
    let bytes = Array(value.utf8)
    guard bytes.count >= 4, let year = Self.number(bytes[0..<4]) else { return nil }
    if bytes.count == 4 {
      self.init(
        .year, CivilDate(year: year, month: 1, day: 1), CivilDate(year: year, month: 12, day: 31))
    } else if bytes.count == 8, bytes[5] == UInt8(ascii: "W"),
      let week = Self.number(bytes[6..<8]), (1...53).contains(week)
    {
      self.init(week: week, of: year)
    } else if bytes.count == 7, let month = Self.number(bytes[5..<7]), (1...12).contains(month) {
      let last = CivilDate.daysInMonth(month, year: year)
      self.init(
        .month, CivilDate(year: year, month: month, day: 1),
        CivilDate(year: year, month: month, day: last))
    } else if bytes.count == 10 || (bytes.count > 10 && bytes[10] == UInt8(ascii: "T")),
      let month = Self.number(bytes[5..<7]), let day = Self.number(bytes[8..<10])
    {
      let date = CivilDate(year: year, month: month, day: day)
      self.init(.day, date, date)
    } else {
      return nil
    }
  }

  /// One day.
  init(day: CivilDate) {
    first = day
    last = day
    granularity = .day
  }

  private init?(_ granularity: Granularity, _ first: CivilDate?, _ last: CivilDate?) {
    guard let first, let last else { return nil }
    self.granularity = granularity
    self.first = first
    self.last = last
  }

  private init?(week: Int, of year: Int) {
    guard let fourth = CivilDate(year: year, month: 1, day: 4) else { return nil }
    let monday = fourth.adding(days: 1 - fourth.weekday + (week - 1) * 7)
    self.init(.week, monday, monday.adding(days: 6))
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy(\.isASCIIDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The span as a newspaper writes it: "1 June 2023", "22-28 May 2023", "June 2023", "2023".
  var newspaperStyle: String {
    switch granularity {
    case .day: NewspaperStyle.day(first)
    case .week: NewspaperStyle.span(first, last)
    case .month: "\(NewspaperStyle.month(first.month)) \(first.year)"
    case .year: String(first.year)
    }
  }
}
