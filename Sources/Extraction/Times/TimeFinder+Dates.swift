import NewsModel
import Primitives

extension TimeFinder {
  /// Calendar dates: `Aug. 7, 1998`, `7 August`, `2023-06-02`, `July 1997`, `Friday morning`, `1998`, `the 1990s`.
  func date(at piece: Int) -> TimeMatch? {
    let start = afterEdge(piece)
    if let match = numericDate(at: piece) ?? monthName(at: start, from: piece)
      ?? dayFirst(at: piece) ?? seasonOfYear(at: start, from: piece)
    {
      return match
    }
    return weekday(at: start, from: piece) ?? decade(at: piece) ?? century(at: piece)
      ?? year(at: piece) ?? clock(at: piece)
  }

  /// The piece after `early`, `late`, `mid-`, `late on`; the piece itself where none of these stands.
  private func afterEdge(_ piece: Int) -> Int {
    guard case .edge = time(piece), !["earlier", "later"].contains(text.word(piece)) else {
      return piece
    }
    return text.isHyphen(piece + 1) || ["on", "in"].contains(text.word(piece + 1))
      ? piece + 2 : piece + 1
  }

  // MARK: Numbers only

  private func numericDate(at piece: Int) -> TimeMatch? {
    let separator = text.word(piece + 1)
    guard separator == "-" || separator == "/", text.word(piece + 3) == separator,
      text.isGlued(piece + 1), text.isGlued(piece + 2), text.isGlued(piece + 3),
      text.isGlued(piece + 4), !(text.isHyphen(piece + 5) || text.isHyphen(piece - 1)),
      let first = digits(piece), let second = digits(piece + 2), let third = digits(piece + 4)
    else { return nil }
    let width = text.word(piece).utf8.count
    if width == 4 { return iso(first, second, third, piece) }
    guard width <= 2, [2, 4].contains(text.word(piece + 4).utf8.count) else { return nil }
    let year = third < 100 ? third + century(of: third) : third
    let (month, day) = first > 12 ? (second, first) : (first, second)
    let date = CivilDate(year: year, month: month, day: day)
    return result(piece, piece + 5, .date, date?.description ?? "")
  }

  private func iso(_ year: Int, _ month: Int, _ day: Int, _ piece: Int) -> TimeMatch? {
    let date = CivilDate(year: year, month: month, day: day)
    return result(piece, piece + 5, .date, date?.description ?? "")
  }

  private func digits(_ piece: Int) -> Int? {
    let word = text.word(piece)
    guard (1...4).contains(word.utf8.count), word.utf8.allSatisfy(\.isASCIIDigit) else {
      return nil
    }
    return Int(word)
  }

  /// The century that two digits of a year belong to: the last one in which they are not far ahead.
  func century(of year: Int) -> Int {
    let today = calendar?.today.year ?? 2000
    let century = today / 100 * 100
    return century + year > today + 20 ? century - 100 : century
  }

  // MARK: Month and day

  private func isMonth(_ piece: Int) -> Int? {
    guard case .month(let month) = time(piece), text.isCapitalised(piece),
      !text.has(piece - 1, .title), !isLongMarch(piece)
    else { return nil }
    let hasNumber =
      dayNumber(piece + 1) != nil || yearNumber(piece + 1) != nil || isDayBefore(piece)
    if text.isInName(piece), !hasNumber { return nil }
    let word = text.word(piece)
    if word == "may" || word == "march" { return isMonthContext(piece, hasNumber) ? month : nil }
    if word.utf8.count == 3, word != "may", !hasNumber { return nil }
    return month
  }

  /// The rocket and what it is called after.
  private func isLongMarch(_ piece: Int) -> Bool {
    text.word(piece) == "march" && text.word(piece - 1) == "long" && text.isCapitalised(piece - 1)
  }

  private func isDayBefore(_ piece: Int) -> Bool {
    dayNumber(piece - 1) != nil || text.word(piece - 1) == "of" && dayNumber(piece - 2) != nil
  }

  /// `May` and `March` need a number beside them or a word that takes a month.
  private func isMonthContext(_ piece: Int, _ hasNumber: Bool) -> Bool {
    if hasNumber { return true }
    if text.isHyphen(piece - 1), case .edge = time(piece - 2) { return true }
    return Self.takesMonth.contains(text.word(piece - 1)) && !text.startsSentence(piece)
  }

  private static let takesMonth: Set<String> = [
    "in", "of", "since", "until", "by", "last", "next", "this", "early", "late", "mid", "from",
    "between", "through", "before", "after", "during", "and", "to",
  ]

  private func monthName(at piece: Int, from start: Int) -> TimeMatch? {
    guard let month = isMonth(piece) else { return nil }
    var end = piece + 1
    if let day = dayNumber(end), !isUnit(end + 1), !text.isHyphen(end + 1) || digits(end + 2) != nil
    {
      end += 1
      let (year, next) = yearAfter(end)
      return monthDay(month, day, year, start, next)
    }
    if text.word(end) == "of", yearNumber(end + 1) != nil { end += 1 }
    if let year = yearNumber(end) {
      return result(start, end + 1, .date, TimeCalendar.month(year: year, month: month))
    }
    if let spoken = spokenYear(end, isCertain: false) {
      return result(
        start, spoken.end, .date, TimeCalendar.month(year: spoken.year, month: month))
    }
    if text.word(end) == ",", let year = yearNumber(end + 1),
      text.word(end + 2) == "," || text.has(end + 2, .stop)
    {
      return result(start, end + 2, .date, TimeCalendar.month(year: year, month: month))
    }
    return bareMonth(month, start, end)
  }

  private func bareMonth(_ month: Int, _ start: Int, _ end: Int) -> TimeMatch? {
    guard let calendar else {
      return result(start, end, .date, "XXXX-" + CivilDate.padded(month))
    }
    let at = text.word(end) == "of" ? end + 1 : end
    if case .shift(let shift) = time(at), text.word(at + 1) == "year" {
      let year = calendar.today.year + shift
      return result(start, at + 2, .date, TimeCalendar.month(year: year, month: month))
    }
    let direction = direction(start)
    var year = calendar.year(ofMonth: month, direction: direction)
    // "In March the council asked": what was done in a month is over, though the month is near.
    if direction < 0, year == calendar.today.year, month > calendar.today.month,
      tense.isOfPastVerb(start)
    {
      year -= 1
    }
    return result(start, end, .date, TimeCalendar.month(year: year, month: month))
  }

  private func monthDay(
    _ month: Int, _ day: Int, _ year: Int?, _ start: Int, _ end: Int
  ) -> TimeMatch? {
    if let year {
      return result(
        start, end, .date, CivilDate(year: year, month: month, day: day)?.description ?? "")
    }
    guard let calendar else {
      let exists = day <= CivilDate.daysInMonth(month, year: 2000)
      let value = "XXXX-\(CivilDate.padded(month))-\(CivilDate.padded(day))"
      return result(start, end, .date, exists ? value : "")
    }
    let date = calendar.date(month: month, day: day, direction: direction(start))
    return result(start, end, .date, date?.description ?? "")
  }

  /// `7 August 1998`, `the 7th of August`.
  private func dayFirst(at piece: Int) -> TimeMatch? {
    var first = piece
    if text.word(first) == "the" { first += 1 }
    guard let day = dayNumber(first) else { return nil }
    var monthAt = first + 1
    if text.word(monthAt) == "of" { monthAt += 1 }
    guard let month = isMonth(monthAt),
      monthAt > first + 1 || text.word(piece) != "the" || isOrdinalDigits(first)
    else { return nil }
    if dayNumber(monthAt + 1) != nil, monthAt == first + 1 { return nil }
    let (year, end) = yearAfter(monthAt + 1)
    return monthDay(month, day, year, piece, end)
  }

  private func isOrdinalDigits(_ piece: Int) -> Bool {
    ["st", "nd", "rd", "th"].contains { text.word(piece).hasSuffix($0) }
  }

  private func yearAfter(_ piece: Int) -> (Int?, Int) {
    if let year = yearNumber(piece) { return (year, piece + 1) }
    if text.word(piece) == ",", let year = yearNumber(piece + 1) { return (year, piece + 2) }
    return (nil, piece)
  }

  func isUnit(_ piece: Int) -> Bool {
    if case .unit = time(piece) { return true }
    return ["percent", "%", "per", "million", "billion"].contains(text.word(piece))
  }

  /// 1 to 31, with or without its ordinal ending.
  func dayNumber(_ piece: Int) -> Int? {
    let word = text.word(piece)
    guard let first = word.utf8.first, first.isASCIIDigit, word.utf8.count <= 4 else { return nil }
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    let rest = word.dropFirst(digits.count)
    guard rest.isEmpty || ["st", "nd", "rd", "th"].contains(rest), let day = Int(digits),
      (1...31).contains(day)
    else { return nil }
    return day
  }

  /// `April 24 and 25`, `June 3-5`: a second day of the month that was named.
  func enumerated(after match: TimeMatch) -> TimeMatch? {
    let end = match.pieces.upperBound
    guard match.type == .date, match.value.utf8.count == 10,
      let before = CivilTime(iso8601: match.value)?.date,
      dayNumber(end - 1) == before.day || yearNumber(end - 1) == nil && isMonth(end - 1) != nil,
      ["and", "or", "to", "-", "–", "through"].contains(text.word(end)),
      let day = dayNumber(end + 1), day > before.day, !isUnit(end + 2),
      text.word(end + 2) != "/", isMonth(end + 2) == nil, !isCount(end + 2),
      let date = CivilDate(year: before.year, month: before.month, day: day)
    else { return nil }
    return result(end + 1, end + 2, .date, date.description)
  }
}
