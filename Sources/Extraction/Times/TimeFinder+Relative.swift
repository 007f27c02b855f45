import NewsModel
import Primitives

extension TimeFinder {
  /// Expressions relative to publication: `yesterday`, `last week`, `earlier this year`, `six weeks ago`, `the third quarter`.
  func relative(at token: Int) -> TimeMatch? {
    guard let calendar else { return nil }
    return day(at: token, calendar) ?? shifted(at: token, calendar) ?? ago(at: token, calendar)
      ?? quarter(at: token, calendar) ?? holiday(at: token, calendar)
  }

  // MARK: Days

  private func day(at token: Int, _ calendar: TimeCalendar) -> TimeMatch? {
    if words.word(token) == "tonight" {
      return result(token, token + 1, .time, "\(calendar.today)TNI")
    }
    var at = token
    if case .edge = time(token) { at += 1 }
    guard case .day(let shift) = time(at) else { return nil }
    if case .partOfDay(let part) = time(at + 1) {
      return result(token, at + 2, .time, "\(calendar.day(shift))T\(part)")
    }
    return result(token, at + 1, .date, calendar.day(shift).description)
  }

  // MARK: last, this, next

  private func shifted(at token: Int, _ calendar: TimeCalendar) -> TimeMatch? {
    var at = token
    if case .edge = time(token) {
      at += 1
      if words.word(at) == "in" { at += 1 }
    }
    guard case .shift(let shift) = time(at), words.word(at) != "past" else { return nil }
    let next = at + 1
    switch time(next) {
    case .unit where words.isCapitalised(next): return nil
    case .unit(let unit): return result(token, next + 1, .date, calendar.shifted(unit, by: shift))
    case .season(let code):
      return result(token, next + 1, .date, calendar.season(code, shift: shift))
    case .month(let month) where words.isCapitalised(next):
      let direction = shift == 0 ? direction(token) : shift
      var year = calendar.year(ofMonth: month, direction: direction)
      if shift < 0, month == calendar.today.month { year -= 1 }
      return result(token, next + 1, .date, TimeCalendar.month(year: year, month: month))
    case .partOfDay(let part):
      let day = calendar.day(shift < 0 ? -1 : 0)
      return result(token, next + 1, .time, "\(day)T\(part)")
    default: return nil
    }
  }

  // MARK: ago

  /// `six weeks ago`, `a year earlier`, `two days later` is left to the narrative.
  private func ago(at token: Int, _ calendar: TimeCalendar) -> TimeMatch? {
    guard let number = number(at: token), case .unit(let unit) = time(number.end) else {
      return nil
    }
    let after = number.end + 1
    let count: Int
    switch words.word(after) {
    case "ago": count = -1
    case "earlier" where unit == .year || unit == .month: count = -1
    case "from" where words.word(after + 1) == "now": count = 1
    default: return nil
    }
    let end = words.word(after) == "from" ? after + 2 : after + 1
    guard let value = number.value else {
      return result(token, end, .date, count < 0 ? "PAST_REF" : "FUTURE_REF")
    }
    guard value < 10_000, let shifted = calendar.shifted(unit, by: count * value) else {
      return nil
    }
    return result(token, end, .date, shifted)
  }

  // MARK: Quarters and holidays

  private func quarter(at token: Int, _ calendar: TimeCalendar) -> TimeMatch? {
    var at = token
    if words.word(at) == "the" { at += 1 }
    if ["year-earlier", "year-ago"].contains(words.word(at)), words.word(at + 1) == "quarter" {
      return result(token, at + 2, .date, calendar.quarter(-5))
    }
    if words.word(at) == "latest", words.word(at + 1) == "quarter" {
      return result(token, at + 2, .date, calendar.quarter(-1))
    }
    guard case .ordinal(let number) = ordinal(at), words.word(at + 1) == "quarter", number <= 4
    else { return nil }
    if words.word(at + 2) == "of", let year = yearNumber(at + 3) {
      return result(token, at + 4, .date, "\(year)-Q\(number)")
    }
    return result(token, at + 2, .date, calendar.quarter(number: number))
  }

  private func ordinal(_ token: Int) -> TimeWord? {
    words.word(token) == "second" ? .ordinal(2) : time(token)
  }

  private func holiday(at token: Int, _ calendar: TimeCalendar) -> TimeMatch? {
    guard case .holiday(let month, let day) = time(token), words.isCapitalised(token) else {
      return nil
    }
    let year = yearNumber(token + 1)
    let guess = year ?? calendar.year(ofMonth: month, direction: 0)
    let end = year == nil ? token + 1 : token + 2
    return result(token, end, .date, CivilDate(year: guess, month: month, day: day)?.description)
  }

  // MARK: Narrative

  /// `the same day`, `the following day`: counted from the day that the text named last.
  func narrative(at token: Int, _ lastDay: CivilDate?) -> TimeMatch? {
    guard let lastDay else { return nil }
    let word = words.word(token)
    guard word == "the" || word == "that" else { return nil }
    let isDay = words.word(token + 2) == "day"
    switch words.word(token + 1) {
    case "same" where isDay: return result(token, token + 3, .date, lastDay.description)
    case "following" where isDay, "next" where isDay:
      return result(token, token + 3, .date, lastDay.adding(days: 1).description)
    case "previous" where isDay:
      return result(token, token + 3, .date, lastDay.adding(days: -1).description)
    case "day" where word == "that": return result(token, token + 2, .date, lastDay.description)
    case "day"
    where ["before", "after"].contains(words.word(token + 2)) && words.word(token + 3) != "the":
      return nil
    default: return nil
    }
  }
}
