import Primitives

/// Reads dates with the year first and a time of day: "2004/05/25 23:17:24", "Fri, 2006/09/15 08:19:53 EDT".
///
/// Korean publishing systems write the same with their own words for year, month, day and the halves of the day;
/// the time is then that of Korea, which has one zone.
enum YearFirstDate {
  private static let koreaOffset = 9 * 3600
  /// The word before a time in Korean.
  private static let isKorean = ["\u{C624}\u{C804}", "\u{C624}\u{D6C4}", "\u{B144}"]

  /// The time that a field holds; nil when it is of another form.
  static func parse(_ field: String) -> CivilTime? {
    let korean = isKorean.contains { field.contains($0) }
    guard korean || field.contains("/") else { return nil }
    let words = DateWord.split(field)
    guard let at = words.prefix(2).firstIndex(where: { digits($0).utf8.count == 4 }),
      words.count >= at + 5, let year = Int(digits(words[at])),
      let month = Int(digits(words[at + 1])), let day = Int(digits(words[at + 2])),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    let rest = words[(at + 3)...]
    let half = rest.lazy.compactMap { HalfDay($0.text) }.first
    let clock = rest.drop { HalfDay($0.text) != nil }.prefix(3)
    guard let last = clock.last, clock.count >= 2,
      let time = FeedDate.time(clock.map(\.text).joined(separator: ":"))
    else { return nil }
    let zone = rest.last.flatMap { $0.text == last.text ? nil : FeedDate.zone($0.text) }
    let offset = zone ?? (korean ? koreaOffset : 0)
    let second = half?.second(time) ?? time
    return CivilTime(secondsSinceEpoch: date.daysSinceEpoch * 86_400 + second - offset)
  }

  private static func digits(_ word: DateWord) -> Substring {
    word.text.prefix { $0.isASCII && $0.isNumber }
  }
}

/// A half of the day, as clocks of twelve hours name it.
enum HalfDay {
  case morning, afternoon

  /// "AM", "p.m.", the Korean words; nil for others.
  init?(_ word: String) {
    switch word.lowercased().filter({ $0 != "." }) {
    case "am", "\u{C624}\u{C804}": self = .morning
    case "pm", "\u{C624}\u{D6C4}": self = .afternoon
    default: return nil
    }
  }

  /// The second of the day of a time on a clock of twelve hours; other times stay.
  func second(_ time: Int) -> Int {
    let noon = 43_200
    if self == .morning { return time >= noon && time < noon + 3600 ? time - noon : time }
    return time < noon ? time + noon : time
  }
}
