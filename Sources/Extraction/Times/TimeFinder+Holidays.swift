import NewsModel
import Primitives

extension TimeFinder {
  /// Holidays with a date of their own: `Christmas Day`, `Thanksgiving`, `Good Friday`, `New Year's Eve 1999`.
  func holiday(at piece: Int, _ calendar: TimeCalendar) -> TimeMatch? {
    guard text.isCapitalised(piece), let found = HolidayTable.english.holiday(text, at: piece)
    else { return nil }
    let year = yearNumber(found.end)
    let end = year == nil ? found.end : found.end + 1
    if let year { return result(piece, end, .date, found.holiday.date(in: year)?.description) }
    let direction = direction(piece)
    let dates = (-1...1).compactMap { found.holiday.date(in: calendar.today.year + $0) }
    let past = dates.last { $0 <= calendar.today }
    let coming = dates.first { $0 >= calendar.today }
    let nearest = dates.min { calendar.distance($0) < calendar.distance($1) }
    let date = direction < 0 ? past : direction > 0 ? coming : nearest
    return result(piece, end, .date, date?.description)
  }
}

/// How the day of a holiday is found in a year.
enum Holiday: Equatable, Sendable {
  /// The same day each year.
  case fixed(month: Int, day: Int)
  /// The n-th weekday of a month, the last one for -1, and so many days after it.
  case weekday(month: Int, weekday: Int, nth: Int, plus: Int)
  /// So many days after Easter Sunday.
  case easter(days: Int)

  /// Its date in a year of the Gregorian calendar; nil when that year has none.
  func date(in year: Int) -> CivilDate? {
    switch self {
    case .fixed(let month, let day): return CivilDate(year: year, month: month, day: day)
    case .weekday(let month, let weekday, let nth, let plus):
      let length = CivilDate.daysInMonth(month, year: year)
      guard let edge = CivilDate(year: year, month: month, day: nth < 0 ? length : 1) else {
        return nil
      }
      if nth < 0 { return edge.adding(days: plus - (edge.weekday - weekday + 7) % 7) }
      return edge.adding(days: plus + (weekday - edge.weekday + 7) % 7 + 7 * (nth - 1))
    case .easter(let days): return Self.easter(year)?.adding(days: days)
    }
  }

  /// Easter Sunday by the anonymous Gregorian algorithm (Meeus, Jones, Butcher).
  private static func easter(_ year: Int) -> CivilDate? {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let n = h + l - 7 * m + 114
    return CivilDate(year: year, month: n / 31, day: n % 31 + 1)
  }
}

/// The names of holidays of `Languages/en/holidays.tsv`.
struct HolidayTable: Sendable {
  static let english = HolidayTable(resource: PackageResources.holidays_tsv)

  private var byFirst: [String: [(words: [String], holiday: Holiday)]] = [:]

  /// Reads lines of `name<TAB>rule`; longer names go before shorter ones with the same first word.
  init(resource: [UInt8]) {
    for row in LanguageData.rows(resource) where row.count == 2 {
      let words = row[0].split(separator: " ").map(String.init)
      guard let first = words.first, let holiday = Self.holiday(row[1]) else { continue }
      byFirst[first, default: []].append((words, holiday))
    }
    for key in byFirst.keys.sorted() { byFirst[key]?.sort { $0.words.count > $1.words.count } }
  }

  /// Whether a word in small letters is the first of a holiday's name.
  func starts(_ word: String) -> Bool { byFirst[word] != nil }

  /// The holiday whose name stands at a piece, and the piece after it.
  func holiday(_ text: TimeText, at piece: Int) -> (holiday: Holiday, end: Int)? {
    guard let candidates = byFirst[text.word(piece)] else { return nil }
    for candidate in candidates {
      var end: Int? = piece
      for word in candidate.words { end = end.flatMap { Self.end(of: word, text, at: $0) } }
      if let end { return (candidate.holiday, end) }
    }
    return nil
  }

  /// The piece after a word of a name; nil when another word stands there. The possessive is one piece or two.
  private static func end(of word: String, _ text: TimeText, at piece: Int) -> Int? {
    let found = text.word(piece)
    if found == word { return piece + 1 }
    guard word == "'s" else { return nil }
    if found == "’s" { return piece + 1 }
    return ["'", "’"].contains(found) && text.word(piece + 1) == "s" ? piece + 2 : nil
  }

  /// `12-25`, `11/4/4` (month, weekday, which one), `11/1/1/1` (and so many days after), `easter-2`.
  private static func holiday(_ rule: String) -> Holiday? {
    if rule.hasPrefix("easter") { return Int(rule.dropFirst(6)).map { Holiday.easter(days: $0) } }
    let fields = rule.split(separator: "/").compactMap { Int($0) }
    if fields.count >= 3 {
      let plus = fields.count > 3 ? fields[3] : 0
      return .weekday(month: fields[0], weekday: fields[1], nth: fields[2], plus: plus)
    }
    let fixed = rule.split(separator: "-").compactMap { Int($0) }
    return fixed.count == 2 ? .fixed(month: fixed[0], day: fixed[1]) : nil
  }
}
