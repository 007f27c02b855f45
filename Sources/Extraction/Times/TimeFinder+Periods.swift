import NewsModel
import Primitives

extension TimeFinder {
  /// Quarters, halves and the periods of accounts: `the third quarter`, `this year's first quarter`, `the 1988 period`,
  /// `the year-earlier quarter`, `Q3 2012`, `the first half of 2001`, `the quarter`.
  func period(at piece: Int) -> TimeMatch? {
    guard let calendar else { return nil }
    return ordinalQuarter(at: piece, calendar) ?? writtenQuarter(at: piece, calendar)
      ?? comparison(at: piece, calendar) ?? half(at: piece, calendar) ?? plainQuarter(
        at: piece, calendar)
      ?? currentYear(at: piece, calendar)
  }

  /// The year that stands before a quarter (`this year's`, `1988`, `fiscal 1988`) and the piece after it.
  private func yearBefore(_ piece: Int, _ calendar: TimeCalendar) -> (year: Int, end: Int)? {
    if let year = yearNumber(piece) { return (year, possessive(piece + 1)) }
    guard case .shift(let shift) = time(piece), text.word(piece + 1) == "year" else { return nil }
    let end = possessive(piece + 2)
    return end > piece + 2 ? (calendar.today.year + shift, end) : nil
  }

  private func possessive(_ piece: Int) -> Int {
    if ["'s", "’s"].contains(text.word(piece)) { return piece + 1 }
    return ["'", "’"].contains(text.word(piece)) && text.word(piece + 1) == "s" ? piece + 2 : piece
  }

  /// `the third quarter of 1988`, `the fiscal first quarter`, `last year's fourth quarter`, `third-quarter`.
  private func ordinalQuarter(at piece: Int, _ calendar: TimeCalendar) -> TimeMatch? {
    var at = piece
    if ["the", "its", "their", "our"].contains(text.word(at)) { at += 1 }
    var year: Int?
    if let before = yearBefore(at, calendar) { (year, at) = (before.year, before.end) }
    if text.word(at) == "fiscal" { at += text.isHyphen(at + 1) ? 2 : 1 }
    guard let number = ordinal(at), number <= 4 else { return nil }
    let quarter = text.isHyphen(at + 1) ? at + 2 : at + 1
    guard ["quarter", "period"].contains(text.word(quarter)),
      text.word(quarter) == "quarter" || quarter == at + 1 && context.quarter != nil
    else { return nil }
    let start = ["its", "their", "our"].contains(text.word(piece)) ? piece + 1 : piece
    if let year { return result(start, quarter + 1, .date, "\(year)-Q\(number)") }
    if let after = yearAfterPeriod(quarter + 1, calendar) {
      return result(start, after.end, .date, "\(after.year)-Q\(number)")
    }
    return result(start, quarter + 1, .date, calendar.quarter(number: number))
  }

  /// `of 1988`, `of fiscal 1988`, `of last year`, `last year`, `a year ago`.
  private func yearAfterPeriod(_ piece: Int, _ calendar: TimeCalendar) -> (year: Int, end: Int)? {
    var at = text.word(piece) == "of" ? piece + 1 : piece
    let hasOf = at > piece
    if hasOf, text.word(at) == "fiscal" { at += 1 }
    if hasOf, let year = yearNumber(at) { return (year, at + 1) }
    if case .shift(let shift) = time(at), text.word(at + 1) == "year", hasOf || shift < 0 {
      return (calendar.today.year + shift, at + 2)
    }
    if text.word(at) == "a", text.word(at + 1) == "year",
      ["ago", "earlier"].contains(text.word(at + 2))
    {
      return (calendar.today.year - 1, at + 3)
    }
    return nil
  }

  func ordinal(_ piece: Int) -> Int? {
    if text.word(piece) == "second" { return 2 }
    if case .ordinal(let number) = time(piece) { return number }
    return ["1st": 1, "2nd": 2, "3rd": 3, "4th": 4][text.word(piece)]
  }

  /// `Q3`, `Q3 2012`, `Q3 of 2012`.
  private func writtenQuarter(at piece: Int, _ calendar: TimeCalendar) -> TimeMatch? {
    guard let number = ["q1": 1, "q2": 2, "q3": 3, "q4": 4][text.word(piece)] else { return nil }
    let next = text.word(piece + 1) == "of" ? piece + 2 : piece + 1
    if let year = yearNumber(next) { return result(piece, next + 1, .date, "\(year)-Q\(number)") }
    return result(piece, piece + 1, .date, calendar.quarter(number: number))
  }

  // MARK: Comparisons

  /// `the year-earlier quarter`, `year-ago`, `the 1988 period`, `the corresponding period last year`.
  private func comparison(at piece: Int, _ calendar: TimeCalendar) -> TimeMatch? {
    var at = piece
    if text.word(at) == "the" || text.word(at) == "a" { at += 1 }
    if at > piece, Self.comparing.contains(text.word(at)), text.isHyphen(at + 2) { at += 1 }
    let quarter = context.quarter?.value
    if text.word(at) == "year", text.isHyphen(at + 1),
      ["earlier", "ago", "before"].contains(text.word(at + 2))
    {
      return yearEarlier(piece, at, quarter, calendar)
    }
    guard at > piece else { return nil }
    if let before = yearBefore(at, calendar), Self.periods.contains(text.word(before.end)) {
      let value = quarter.flatMap { TimeCalendar.quarter($0, year: before.year) }
      return result(piece, before.end + 1, .date, value ?? String(before.year))
    }
    guard Self.comparing.contains(text.word(at)), Self.periods.contains(text.word(at + 1)),
      let year = yearAfterPeriod(at + 2, calendar)
    else { return nil }
    let value = quarter.flatMap { TimeCalendar.quarter($0, year: year.year) }
    return result(piece, year.end, .date, value ?? String(year.year))
  }

  private static let periods: Set<String> = ["quarter", "period"]
  private static let comparing: Set<String> = [
    "same", "corresponding", "comparable", "like", "equivalent",
  ]

  private func yearEarlier(
    _ start: Int, _ at: Int, _ quarter: String?, _ calendar: TimeCalendar
  ) -> TimeMatch? {
    if let number = ordinal(at + 3), number <= 4, text.word(at + 4) == "quarter" {
      let value = TimeCalendar.quarter(calendar.quarter(number: number), years: -1)
      return result(start, at + 5, .date, value)
    }
    let isPeriod = Self.periods.contains(text.word(at + 3))
    let base = quarter ?? (isPeriod ? calendar.quarter(-1) : nil)
    let isNear = context.quarter.map { text.sentence(at) - $0.sentence <= 1 } ?? false
    let value = isPeriod || isNear ? base.flatMap { TimeCalendar.quarter($0, years: -1) } : nil
    return result(isPeriod ? start : at, at + (isPeriod ? 4 : 3), .date, value ?? calendar.year(-1))
  }

  // MARK: The period that is reported

  /// `the quarter`, `the latest quarter`, `the period`: the quarter that was named last, else the one that ended last.
  private func plainQuarter(at piece: Int, _ calendar: TimeCalendar) -> TimeMatch? {
    guard text.word(piece) == "the" else { return nil }
    let isLatest = ["latest", "recent", "reported"].contains(text.word(piece + 1))
    let at = isLatest ? piece + 2 : piece + 1
    guard text.word(at) == "quarter" || text.word(at) == "period" && isLatest,
      !["of", "century", "final", "mile"].contains(text.word(at + 1)), !text.isHyphen(at + 1)
    else { return nil }
    if let after = yearAfterPeriod(at + 1, calendar), let quarter = context.quarter?.value {
      let value = TimeCalendar.quarter(quarter, year: after.year)
      return result(piece, after.end, .date, value)
    }
    let ended = calendar.quarter(-1)
    if let closing = quarterEnd(at + 1) { return result(piece, at + 1, .date, closing) }
    let named = context.quarter?.value ?? ended
    return result(piece, at + 1, .date, isLatest ? min(named, ended) : named)
  }

  /// `ended Sept. 30`: the quarter of the calendar that the day closes.
  private func quarterEnd(_ piece: Int) -> String? {
    guard ["ended", "ending"].contains(text.word(piece)), case .month = time(piece + 1),
      let match = date(at: piece + 1), let day = TimeCalendar.firstDay(of: match.value)
    else { return nil }
    return TimeCalendar(today: day).quarter(0)
  }

  /// `the first half of 2001`, `the second half of this year`.
  private func half(at piece: Int, _ calendar: TimeCalendar) -> TimeMatch? {
    guard text.word(piece) == "the", text.word(piece + 2) == "half", text.word(piece + 3) == "of"
    else { return nil }
    let number = text.word(piece + 1) == "last" ? 2 : ordinal(piece + 1) ?? 0
    guard number == 1 || number == 2 else { return nil }
    if let after = yearAfterPeriod(piece + 3, calendar) {
      return result(piece, after.end, .date, "\(after.year)-H\(number)")
    }
    guard text.word(piece + 4) == "the", text.word(piece + 5) == "year" else { return nil }
    return result(piece, piece + 6, .date, "\(calendar.today.year)-H\(number)")
  }

  /// `the current year`, `the full year`, `the latest fiscal year`, `the year ended March 31`.
  private func currentYear(at piece: Int, _ calendar: TimeCalendar) -> TimeMatch? {
    var at = text.word(piece) == "the" ? piece + 1 : piece
    let kind = text.word(at)
    if ["current", "full", "latest", "last", "next", "this"].contains(kind) { at += 1 }
    let isFiscal = text.word(at) == "fiscal" || text.word(at) == "financial"
    if isFiscal { at += 1 }
    guard case .unit(let unit) = time(at), unit.isCalendar || unit == .quarter,
      !text.word(at).hasSuffix("s")
    else { return nil }
    switch kind {
    case "this" where !isFiscal, "last" where !isFiscal, "next" where !isFiscal: return nil
    case "current", "this": return result(piece, at + 1, .date, calendar.shifted(unit, by: 0))
    case "full" where unit == .year && at == piece + 2:
      return result(piece, at + 1, .date, calendar.year(0))
    case "latest", "last": return result(piece, at + 1, .date, calendar.shifted(unit, by: -1))
    case "next": return result(piece, at + 1, .date, calendar.shifted(unit, by: 1))
    default:
      guard unit == .year, at > piece, ["ended", "ending"].contains(text.word(at + 1)) else {
        return nil
      }
      return result(piece, at + 1, .duration, "P1Y")
    }
  }
}
