import Primitives

/// Calendar arithmetic relative to the day of publication, with TIMEX3 values as results.
struct TimeCalendar {
  /// The day of publication.
  let today: CivilDate

  /// A year so many years away.
  func year(_ shift: Int) -> String { CivilDate.padded(today.year + shift, 4) }

  /// A month so many months away: `1998-01`.
  func month(_ shift: Int) -> String {
    let count = today.year * 12 + today.month - 1 + shift
    return Self.month(year: count / 12, month: count % 12 + 1)
  }

  static func month(year: Int, month: Int) -> String {
    CivilDate.padded(year, 4) + "-" + CivilDate.padded(month)
  }

  /// An ISO week so many weeks away: `1998-W08`.
  func week(_ shift: Int) -> String {
    let week = today.adding(days: 7 * shift).isoWeek
    return CivilDate.padded(week.year, 4) + "-W" + CivilDate.padded(week.week)
  }

  /// A day so many days away.
  func day(_ shift: Int) -> CivilDate { today.adding(days: shift) }

  /// A quarter so many quarters away: `1989-Q3`.
  func quarter(_ shift: Int) -> String {
    let count = today.year * 4 + (today.month - 1) / 3 + shift
    return CivilDate.padded(count / 4, 4) + "-Q\(count % 4 + 1)"
  }

  /// A quarter by its number: the one that started last, unless it starts within three months.
  func quarter(number: Int) -> String {
    let startMonth = number * 3 - 2
    let isAhead = startMonth - today.month > 3
    return CivilDate.padded(today.year - (isAhead ? 1 : 0), 4) + "-Q\(number)"
  }

  /// The decade so many decades away: `199X`.
  func decade(_ shift: Int) -> String { "\(today.year / 10 + shift)X" }

  /// The weekday nearest to today in the asked direction; today itself counts as past.
  func weekday(_ number: Int, isFuture: Bool, strictly: Bool) -> CivilDate {
    var shift = number - today.weekday
    if isFuture {
      if shift < 0 || (shift == 0 && strictly) { shift += 7 }
    } else if shift > 0 || (shift == 0 && strictly) {
      shift -= 7
    }
    return day(shift)
  }

  /// The year of a month that is named without one.
  func year(ofMonth month: Int, direction: Int) -> Int {
    let distance = month - today.month
    if direction > 0 { return distance < 0 ? today.year + 1 : today.year }
    if direction < 0 {
      // Ten months ago a month is "last November"; bare, it is the one to come, whatever the tense beside it.
      if distance <= -10 { return today.year + 1 }
      return distance > 2 ? today.year - 1 : today.year
    }
    if distance > 6 { return today.year - 1 }
    return distance < -6 ? today.year + 1 : today.year
  }

  /// A season of the year: winter belongs to the year in which it starts.
  func season(_ code: String, shift: Int) -> String {
    let month = ["SP": 3, "SU": 6, "FA": 9, "WI": 12][code] ?? 1
    let isAhead = month > today.month
    let year =
      shift < 0 && isAhead ? today.year - 1 : shift > 0 && !isAhead ? today.year + 1 : today.year
    let isSameSeason = shift < 0 && month <= today.month && today.month < month + 3
    return CivilDate.padded(isSameSeason ? year - 1 : year, 4) + "-" + code
  }

  /// The season nearest to today: the last that has begun, or the next where the clause looks ahead.
  func season(_ code: String, near direction: Int) -> String {
    let month = ["SP": 3, "SU": 6, "FA": 9, "WI": 12][code] ?? 1
    let hasBegun = today.month >= month
    let year =
      direction > 0
      ? today.year + (today.month > month + 2 ? 1 : 0) : today.year - (hasBegun ? 0 : 1)
    return CivilDate.padded(year, 4) + "-" + code
  }

  /// A day of the year without its year: the nearest, but not far ahead in a clause that tells what was.
  ///
  /// Three months, since "was put off until 3 March" looks ahead too.
  func date(month: Int, day: Int, direction: Int) -> CivilDate? {
    let guess = year(ofMonth: month, direction: 0)
    guard let date = CivilDate(year: guess, month: month, day: day) else { return nil }
    let ahead = date.daysSinceEpoch - today.daysSinceEpoch
    guard direction < 0, ahead > 90 else { return date }
    return CivilDate(year: guess - 1, month: month, day: day)
  }

  /// How many days a date is away.
  func distance(_ date: CivilDate) -> Int { abs(date.daysSinceEpoch - today.daysSinceEpoch) }

  // MARK: Values

  /// The first day of a value that is a day, week, month, quarter, season or year.
  static func firstDay(of value: String) -> CivilDate? {
    let fields = value.split(separator: "-")
    guard let first = fields.first, first.utf8.count == 4, let year = Int(first), year > 0 else {
      return nil
    }
    guard fields.count > 1 else { return CivilDate(year: year, month: 1, day: 1) }
    let second = fields[1]
    if second.hasPrefix("W"), let week = Int(second.dropFirst()), (1...53).contains(week),
      let fourth = CivilDate(year: year, month: 1, day: 4)
    {
      return fourth.adding(days: 7 * (week - 1) - (fourth.weekday - 1))
    }
    if second.hasPrefix("Q"), let quarter = Int(second.dropFirst()), (1...4).contains(quarter) {
      return CivilDate(year: year, month: quarter * 3 - 2, day: 1)
    }
    if let season = ["SP": 3, "SU": 6, "FA": 9, "WI": 12][String(second)] {
      return CivilDate(year: year, month: season, day: 1)
    }
    guard let month = Int(second) else { return nil }
    return CivilDate(year: year, month: month, day: fields.count > 2 ? Int(fields[2]) ?? 1 : 1)
  }

  /// The same quarter so many years away: `1988-Q3` for `1989-Q3`.
  static func quarter(_ value: String, years: Int) -> String? {
    Int(value.prefix(4)).flatMap { quarter(value, year: $0 + years) }
  }

  /// The same quarter of another year.
  static func quarter(_ value: String, year: Int) -> String? {
    value.contains("-Q") ? CivilDate.padded(year, 4) + value.dropFirst(4) : nil
  }

  /// The date of a unit so many units away, as coarse as the unit.
  func shifted(_ unit: TimeUnit, by count: Int) -> String? {
    let count = max(-20_000, min(20_000, count))
    switch unit {
    case .day: return day(count).description
    case .week: return week(count)
    case .month: return today.year * 12 + count > 12 ? month(count) : nil
    case .year: return today.year + count > 0 && today.year + count < 9999 ? year(count) : nil
    case .decade: return today.year + 10 * count > 10 ? decade(count) : nil
    case .century: return today.year + 100 * count > 100 ? "\(today.year / 100 + count)XX" : nil
    case .quarter: return today.year * 4 + count > 4 ? quarter(count) : nil
    case .weekend: return week(count) + "-WE"
    case .fortnight: return week(2 * count)
    case .second, .minute, .hour: return nil
    }
  }
}
