import NewsModel
import Primitives

extension TimeFinder {
  /// Expressions relative to publication: `yesterday`, `last week`, `earlier this year`, `six weeks ago`, `the weekend`.
  func relative(at piece: Int) -> TimeMatch? {
    guard let calendar else { return nil }
    return relativeDay(at: piece, calendar) ?? shifted(at: piece, calendar) ?? ago(at: piece)
      ?? weekend(at: piece, calendar) ?? season(at: piece, calendar) ?? yearEnd(at: piece, calendar)
      ?? holiday(at: piece, calendar)
  }

  // MARK: Days

  func relativeDay(at piece: Int, _ calendar: TimeCalendar) -> TimeMatch? {
    if text.word(piece) == "tonight" {
      return result(piece, piece + 1, .time, "\(calendar.today)TNI")
    }
    if text.word(piece) == "the", text.word(piece + 1) == "day" {
      switch (text.word(piece + 2), text.word(piece + 3)) {
      case ("before", "yesterday"):
        return result(piece, piece + 4, .date, calendar.day(-2).description)
      case ("after", "tomorrow"):
        return result(piece, piece + 4, .date, calendar.day(2).description)
      default: break
      }
    }
    var at = piece
    if case .edge = time(piece) { at += 1 }
    guard case .day(let shift) = time(at), !isTitle(at) else { return nil }
    if let part = partOfDay(at + 1) {
      return result(piece, part.end, .time, "\(calendar.day(shift))T\(part.code)")
    }
    return result(piece, at + 1, .date, calendar.day(shift).description)
  }

  /// `USA Today`, `All Right Now`: a capital after a capital inside a sentence is a title's.
  func isTitle(_ piece: Int) -> Bool {
    text.isCapitalised(piece) && !text.startsSentence(piece) && text.isCapitalised(piece - 1)
      && text.isSameSentence(piece - 1, piece)
  }

  // MARK: last, this, next

  private func shifted(at piece: Int, _ calendar: TimeCalendar) -> TimeMatch? {
    var at = piece
    if case .edge = time(piece) {
      at += text.isHyphen(at + 1) ? 2 : 1
      if text.word(at) == "in" { at += 1 }
      if text.word(at) == "the", text.word(at - 1) == "in", case .unit(let unit) = time(at + 1),
        unit.isCalendar, !text.word(at + 1).hasSuffix("s")
      {
        return result(piece, at + 2, .date, calendar.shifted(unit, by: 0))
      }
    } else if text.word(piece) == "the", case .shift = time(piece + 1) {
      at += 1
    }
    guard case .shift(var shift) = time(at) else { return nil }
    if text.word(at) == "this", text.word(at + 1) == "past" || text.word(at + 1) == "coming" {
      at += 1
      shift = text.word(at) == "past" ? -1 : 1
    }
    let next = at + 1
    let isPast = text.word(at) == "past"
    switch time(next) {
    case .unit where isPast && text.word(at - 1) != "this": return nil
    case .unit(let unit): return shiftedUnit(unit, shift, piece, next, calendar)
    case .season(let code):
      return result(piece, next + 1, .date, calendar.season(code, shift: shift))
    case .month(let month) where text.isCapitalised(next):
      return shiftedMonth(month, shift, piece, next, calendar)
    case .partOfDay(let part) where !isPast:
      let day = calendar.day(shift < 0 ? -1 : shift > 0 ? 1 : 0)
      return result(piece, next + 1, .time, "\(day)T\(part)")
    default: return nil
    }
  }

  private func shiftedUnit(
    _ unit: TimeUnit, _ shift: Int, _ start: Int, _ at: Int, _ calendar: TimeCalendar
  ) -> TimeMatch? {
    guard !text.isCapitalised(at) else { return nil }
    let word = text.word(at)
    if word.hasSuffix("s"), unit.isCalendar {
      return ["coming", "upcoming"].contains(text.word(at - 1))
        ? result(start, at + 1, .date, "FUTURE_REF") : nil
    }
    // "During the last quarter" is a quarter of the calendar.
    if text.word(start) == "the", shift != 0, unit != .quarter, isSpan(start) {
      return result(start, at + 1, .duration, durationValue(unit, 1))
    }
    if text.word(at - 1) == "last", text.word(at + 1) == "of", unit == .day { return nil }
    return result(start, at + 1, .date, calendar.shifted(unit, by: shift))
  }

  /// `over the last year`: a stretch that ends now, not the year before this one.
  private func isSpan(_ start: Int) -> Bool {
    ["over", "in", "during", "for", "within", "throughout"].contains(text.word(start - 1))
      && text.word(start + 1) != "previous"
  }

  private func shiftedMonth(
    _ month: Int, _ shift: Int, _ start: Int, _ at: Int, _ calendar: TimeCalendar
  ) -> TimeMatch? {
    let direction = shift == 0 ? direction(start) : shift
    var year = calendar.year(ofMonth: month, direction: direction)
    // "Last October" is the one that is over, however long ago.
    if shift < 0 { year = calendar.today.year - (month < calendar.today.month ? 0 : 1) }
    if shift == 0 { year = calendar.today.year }
    if let day = dayNumber(at + 1), !isUnit(at + 2) {
      var date = CivilDate(year: year, month: month, day: day)
      if shift < 0, let past = date, past >= calendar.today {
        date = CivilDate(year: year - 1, month: month, day: day)
      }
      // "In this May 18, 2016 file photo": the year that stands there.
      if text.word(at + 2) == ",", let named = yearNumber(at + 3) {
        let named = CivilDate(year: named, month: month, day: day)
        return result(start, at + 4, .date, named?.description ?? "")
      }
      return result(start, at + 2, .date, date?.description ?? "")
    }
    return result(start, at + 1, .date, TimeCalendar.month(year: year, month: month))
  }

  // MARK: ago

  /// `six weeks ago`, `a year earlier`, `two days later`, `years ago`.
  func ago(at piece: Int) -> TimeMatch? {
    if case .unit(let unit) = time(piece), unit.isCalendar, text.word(piece).hasSuffix("s"),
      text.word(piece + 1) == "ago"
    {
      return result(piece, piece + 2, .date, "PAST_REF")
    }
    guard let calendar, let number = number(at: piece), let (unit, next) = unit(after: number)
    else { return nil }
    var after = next
    if text.word(after) == "or", text.word(after + 1) == "so" || text.word(after + 1) == "more" {
      after += 2
    }
    var end = after + 1
    var base = calendar
    var sign = -1
    switch text.word(after) {
    case "ago": break
    case "earlier", "before":
      if text.word(after) == "before", text.isWord(end) { return nil }
      if let compared = comparedQuarter(unit, number.whole, piece) {
        return result(piece, end, .date, compared)
      }
      if unit != .year, let named = named(before: piece) { base = named }
    case "later":
      guard let named = named(before: piece) else { return nil }
      base = named
      sign = 1
    case "from" where text.word(end) == "now":
      sign = 1
      end += 1
    default: return nil
    }
    if text.word(after) == "ago", let compared = comparedQuarter(unit, number.whole, piece) {
      return result(piece, end, .date, compared)
    }
    return shiftedBy(number, unit, sign, base, piece, end)
  }

  private func shiftedBy(
    _ number: TimeNumber, _ unit: TimeUnit, _ sign: Int, _ base: TimeCalendar, _ start: Int,
    _ end: Int
  ) -> TimeMatch? {
    guard let value = number.whole else {
      return result(start, end, .date, sign < 0 ? "PAST_REF" : "FUTURE_REF")
    }
    guard value < 10_000, let shifted = base.shifted(unit, by: sign * value) else { return nil }
    return result(start, end, .date, shifted)
  }

  /// The calendar of the day that the text named in this sentence or the two before it.
  private func named(before piece: Int) -> TimeCalendar? {
    guard let date = context.date, text.sentence(piece) - date.sentence <= 2,
      let day = TimeCalendar.firstDay(of: date.value)
    else { return nil }
    return TimeCalendar(today: day)
  }

  /// `a year earlier` beside a quarter's figures is the same quarter of the year before.
  private func comparedQuarter(_ unit: TimeUnit, _ count: Int?, _ piece: Int) -> String? {
    guard unit == .year, count == 1, let quarter = context.quarter,
      text.sentence(piece) - quarter.sentence <= 1
    else { return nil }
    return TimeCalendar.quarter(quarter.value, years: -1)
  }

  // MARK: Weekend, season, end of the year

  private func weekend(at piece: Int, _ calendar: TimeCalendar) -> TimeMatch? {
    guard text.word(piece) == "the", text.word(piece + 1) == "weekend",
      !["of", "before", "after"].contains(text.word(piece + 2))
    else { return nil }
    let isOver =
      calendar.today.weekday < 6 && direction(piece) <= 0
      && !["ahead", "before", "until", "for"].contains(text.word(piece - 1))
      && text.word(piece - 2) != "ahead"
    return result(piece, piece + 2, .date, calendar.week(isOver ? -1 : 0) + "-WE")
  }

  /// `over the summer`, `in winter`: the season that ran last, or comes next where the clause looks ahead.
  private func season(at piece: Int, _ calendar: TimeCalendar) -> TimeMatch? {
    var at = text.word(piece) == "the" ? piece + 1 : piece
    if at > piece, case .edge = time(at) { at += 1 }
    guard case .season(let code) = time(at), !text.isCapitalised(at),
      Self.takesSeason.contains(text.word(piece - 1)), text.word(at + 1) != "of",
      at > piece || text.word(at) != "fall" && text.word(at) != "spring", !text.isHyphen(at + 1)
    else { return nil }
    return result(piece, at + 1, .date, calendar.season(code, near: direction(piece)))
  }

  private static let takesSeason: Set<String> = [
    "in", "over", "during", "through", "throughout", "into", "since", "until", "by", "this", "of",
  ]

  /// `year-end`, `year's end`, `the end of the year`.
  private func yearEnd(at piece: Int, _ calendar: TimeCalendar) -> TimeMatch? {
    guard case .unit(let unit) = time(piece), unit == .year || unit == .month || unit == .week,
      !text.word(piece).hasSuffix("s")
    else { return nil }
    var at = piece + 1
    if text.isHyphen(at) || ["'s", "’s"].contains(text.word(at)) {
      at += 1
    } else if text.word(at) == "'" || text.word(at) == "’", text.word(at + 1) == "s" {
      at += 2
    }
    guard text.word(at) == "end", !text.isWord(at + 1) || !isCount(at + 1) else { return nil }
    return result(piece, at + 1, .date, calendar.shifted(unit, by: 0))
  }
}
