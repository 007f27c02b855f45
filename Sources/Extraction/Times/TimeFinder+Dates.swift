import NewsModel
import Primitives

extension TimeFinder {
  /// Calendar dates: `Aug. 7, 1998`, `7 August`, `2023-06-02`, `July 1997`, `Friday morning`, `1998`, `the 1990s`.
  func date(at token: Int) -> TimeMatch? {
    var start = token
    if case .edge = time(token), !["earlier", "later"].contains(words.word(token)) { start += 1 }
    if let match = numericDate(at: token) ?? monthName(at: start, from: token)
      ?? dayFirst(at: token) ?? hyphenated(at: token)
    {
      return match
    }
    return weekday(at: start, from: token) ?? decade(at: token) ?? year(at: token)
      ?? clock(at: token)
  }

  // MARK: Numbers only

  private func numericDate(at token: Int) -> TimeMatch? {
    let word = words.word(token)
    let separator: Character = word.contains("/") ? "/" : "-"
    let fields = word.split(separator: separator, omittingEmptySubsequences: false)
    guard fields.count == 3 else { return nil }
    let numbers = fields.compactMap { Int($0) }
    guard numbers.count == 3, fields.allSatisfy({ $0.utf8.count <= 4 }) else { return nil }
    let isISO = fields[0].utf8.count == 4
    let year = isISO ? numbers[0] : numbers[2] < 100 ? numbers[2] + century : numbers[2]
    let (month, day) = isISO ? (numbers[1], numbers[2]) : (numbers[0], numbers[1])
    let date = CivilDate(year: year, month: month, day: day)
    return result(token, token + 1, .date, date?.description ?? "")
  }

  private var century: Int { (calendar?.today.year ?? 2000) / 100 * 100 }

  // MARK: Month and day

  private func isMonth(_ token: Int) -> Int? {
    guard case .month(let month) = time(token), words.isCapitalised(token),
      words.nameOf[token] < 0, !words.has(token - 1, .title)
    else { return nil }
    if words.word(token) == "may" || words.word(token) == "march" {
      return isMonthContext(token) ? month : nil
    }
    return month
  }

  /// `May` and `March` need a number beside them or a word that takes a month.
  private func isMonthContext(_ token: Int) -> Bool {
    if dayNumber(token + 1) != nil || yearNumber(token + 1) != nil { return true }
    if dayNumber(token - 1) != nil { return true }
    return [
      "in", "of", "since", "until", "by", "last", "next", "this", "early", "late", "mid", "from",
      "between", "through", "before", "after", "during", "and", "to",
    ].contains(words.word(token - 1)) && !words.startsSentence(token)
  }

  private func monthName(at token: Int, from start: Int) -> TimeMatch? {
    guard let month = isMonth(token) else { return nil }
    var end = token + 1
    if let day = dayNumber(end), !isUnit(end + 1) {
      end += 1
      let (year, next) = yearAfter(end)
      return monthDay(month, day, year, start, next)
    }
    if words.word(end) == "of", yearNumber(end + 1) != nil { end += 1 }
    if let year = yearNumber(end) {
      return result(start, end + 1, .date, TimeCalendar.month(year: year, month: month))
    }
    if words.word(end) == ",", let year = yearNumber(end + 1),
      words.word(end + 2) == "," || words.has(end + 2, .stop)
    {
      return result(start, end + 2, .date, TimeCalendar.month(year: year, month: month))
    }
    return bareMonth(month, start, end)
  }

  private func bareMonth(_ month: Int, _ start: Int, _ end: Int) -> TimeMatch? {
    guard let calendar else {
      return result(start, end, .date, "XXXX-" + (month < 10 ? "0\(month)" : "\(month)"))
    }
    if case .shift(let shift) = time(end), words.word(end + 1) == "year" {
      let year = calendar.today.year + shift
      return result(start, end + 2, .date, TimeCalendar.month(year: year, month: month))
    }
    let year = calendar.year(ofMonth: month, direction: direction(start))
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
      let padded = [month, day].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
      return result(
        start, end, .date, day <= CivilDate.daysInMonth(month, year: 2000) ? "XXXX-\(padded)" : "")
    }
    let guess = calendar.year(ofMonth: month, direction: 0)
    let date = CivilDate(year: guess, month: month, day: day)
    return result(start, end, .date, date?.description ?? "")
  }

  /// `7 August 1998`, `the 7th of August`.
  private func dayFirst(at token: Int) -> TimeMatch? {
    var first = token
    if words.word(first) == "the" { first += 1 }
    guard let day = dayNumber(first) else { return nil }
    var monthAt = first + 1
    if words.word(monthAt) == "of" { monthAt += 1 }
    guard let month = isMonth(monthAt),
      monthAt > first + 1 || words.word(token) != "the" || isOrdinalDigits(first)
    else { return nil }
    let (year, end) = yearAfter(monthAt + 1)
    return monthDay(month, day, year, token, end)
  }

  private func isOrdinalDigits(_ token: Int) -> Bool {
    ["st", "nd", "rd", "th"].contains { words.word(token).hasSuffix($0) }
  }

  private func yearAfter(_ token: Int) -> (Int?, Int) {
    if let year = yearNumber(token) { return (year, token + 1) }
    if words.word(token) == ",", let year = yearNumber(token + 1) { return (year, token + 2) }
    return (nil, token)
  }

  private func isUnit(_ token: Int) -> Bool {
    if case .unit = time(token) { return true }
    return ["percent", "%", "per", "million", "billion"].contains(words.word(token))
  }

  /// 1 to 31, with or without its ordinal ending.
  private func dayNumber(_ token: Int) -> Int? {
    let word = words.word(token)
    guard let first = word.utf8.first, first.isASCIIDigit, word.utf8.count <= 4 else { return nil }
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    let rest = word.dropFirst(digits.count)
    guard rest.isEmpty || ["st", "nd", "rd", "th"].contains(rest), let day = Int(digits),
      (1...31).contains(day)
    else { return nil }
    return day
  }

  /// Four digits that can be a year of the calendar.
  func yearNumber(_ token: Int) -> Int? {
    let word = words.word(token)
    guard word.utf8.count == 4, word.utf8.allSatisfy({ $0.isASCIIDigit }), let year = Int(word),
      (1000...2199).contains(year)
    else { return nil }
    return year
  }

  // MARK: Hyphens

  /// `mid-November`, `third-quarter`, `two-year`, `year-earlier`.
  private func hyphenated(at token: Int) -> TimeMatch? {
    let parts = words.word(token).split(separator: "-").map(String.init)
    guard parts.count == 2 else { return nil }
    if ["mid", "early", "late"].contains(parts[0]), case .month(let month) = lexicon[parts[1]] {
      return bareMonth(month, token, token + 1)
    }
    if case .ordinal(let number) = lexicon[parts[0]], parts[1] == "quarter", let calendar {
      return result(token, token + 1, .date, calendar.quarter(number: number))
    }
    guard case .unit(let unit) = lexicon[parts[1]], unit != .second, unit != .quarter else {
      return nil
    }
    let number: Int? =
      Int(parts[0])
      ?? {
        if case .number(let value?) = lexicon[parts[0]] { return value }
        return nil
      }()
    guard let number, number < 10_000 else { return nil }
    return result(token, token + 1, .duration, durationValue(unit, number))
  }

  // MARK: Weekdays

  private func weekday(at token: Int, from start: Int) -> TimeMatch? {
    var first = token
    var shift = 0
    if case .shift(let value) = time(token), case .weekday = time(token + 1) {
      shift = value
      first += 1
    }
    guard case .weekday(let number) = time(first), words.isCapitalised(first), let calendar,
      words.nameOf[first] < 0
    else { return nil }
    if words.word(first + 1) == ",", let date = monthName(at: first + 2, from: start),
      date.value.utf8.count == 10
    {
      return date
    }
    let ahead = shift > 0 || shift == 0 && direction(start) > 0
    let day = calendar.weekday(number, isFuture: ahead, strictly: shift != 0)
    if case .partOfDay(let part) = time(first + 1) {
      return result(start, first + 2, .time, "\(day)T\(part)")
    }
    return result(start, first + 1, .date, day.description)
  }

  // MARK: Years

  private func decade(at token: Int) -> TimeMatch? {
    let at = words.word(token) == "the" ? token + 1 : token
    let word = words.word(at)
    guard word.hasSuffix("0s"), word.utf8.count == 5, let year = Int(word.prefix(4)) else {
      return nil
    }
    return result(token, at + 1, .date, "\(year / 10)X")
  }

  private func year(at token: Int) -> TimeMatch? {
    let isOpened = ["fiscal", "early", "late"].contains(words.word(token))
    let at = isOpened ? token + 1 : token
    guard let year = yearNumber(at), (1500...2100).contains(year) else { return nil }
    let before = words.word(at - 1)
    if ["$", "£", "€", "#", "-", "/"].contains(before) || words.isGlued(at) && before != "(" {
      return nil
    }
    if ["%", "percent"].contains(words.word(at + 1)) || isUnit(at + 1) { return nil }
    let isPlain = (1900...2060).contains(year)
    let takesYear = [
      "in", "of", "since", "from", "by", "until", "before", "after", "between", "to", "circa",
      "fiscal",
    ]
    if ["about", "nearly", "some", "over", "around", "roughly", "almost", "than"].contains(before) {
      return nil
    }
    guard takesYear.contains(before) || isPlain && !isCount(at + 1) else { return nil }
    return result(token, at + 1, .date, String(year))
  }

  /// `2000 people`: a small plural after the number means that it counts.
  private func isCount(_ token: Int) -> Bool {
    let word = words.word(token)
    return words.nameOf.indices.contains(token) && words.nameOf[token] < 0
      && !words.isCapitalised(token) && word.hasSuffix("s") && word.utf8.count > 4
      && !words.has(token, [.auxiliary, .verb, .preposition])
      && !["elections", "games", "olympics", "results", "sales"].contains(word)
  }

  // MARK: Clock

  /// `8 a.m.`, `10:30 p.m. Friday`, `noon`.
  func clock(at token: Int) -> TimeMatch? {
    guard let calendar else { return nil }
    let word = words.word(token)
    if word == "noon" { return clock("12:00", token, token + 1, calendar) }
    let fields = word.split(separator: ":").compactMap { Int($0) }
    guard let hour = fields.first, fields.count <= 2, (1...12).contains(hour),
      ["a.m.", "p.m.", "am", "pm"].contains(words.word(token + 1))
    else { return nil }
    let isAfternoon = words.word(token + 1).hasPrefix("p")
    let full = hour % 12 + (isAfternoon ? 12 : 0)
    let minute = fields.count == 2 ? fields[1] : 0
    guard minute < 60 else { return nil }
    let time = [full, minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    return clock(time, token, token + 2, calendar)
  }

  /// A time of day with the day that follows it: `10 p.m. on Wednesday`.
  private func clock(
    _ time: String, _ start: Int, _ end: Int, _ calendar: TimeCalendar
  ) -> TimeMatch? {
    let next = words.word(end) == "on" ? end + 1 : end
    if next < words.count,
      let day = weekday(at: next, from: next) ?? monthName(at: next, from: next),
      day.value.utf8.count == 10
    {
      return result(start, day.tokens.upperBound, .time, "\(day.value)T\(time)")
    }
    return result(start, end, .time, "\(calendar.today)T\(time)")
  }
}
