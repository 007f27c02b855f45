import Primitives

/// The days of a TIMEX3 date.
enum DateSpan {
  /// The days of a day, week or month; nil for what is coarser or no date.
  static func days(_ value: String) -> ClosedRange<CivilDate>? {
    let fields = value.split(separator: "-")
    guard fields.count >= 2, let year = Int(fields[0]), (1...9998).contains(year) else {
      return nil
    }
    if fields[1].hasPrefix("W") {
      guard let week = Int(fields[1].dropFirst()), (1...53).contains(week),
        let fourth = CivilDate(year: year, month: 1, day: 4)
      else { return nil }
      let monday = fourth.adding(days: 7 * (week - 1) - (fourth.weekday - 1))
      return (fields.count > 2 ? monday.adding(days: 5) : monday)...monday.adding(days: 6)
    }
    guard let month = Int(fields[1]), (1...12).contains(month) else { return nil }
    if fields.count > 2 {
      return Int(fields[2]).flatMap { CivilDate(year: year, month: month, day: $0) }.map { $0...$0 }
    }
    guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    return first...first.adding(days: CivilDate.daysInMonth(month, year: year) - 1)
  }
}
