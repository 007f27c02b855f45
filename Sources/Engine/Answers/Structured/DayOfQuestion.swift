import Extraction
import NewsModel
import Primitives

/// Reads the day that a question names: "1 March 2024", "March", "last week", counted from the edition's clock.
struct DayOfQuestion {
  let now: CivilTime

  /// The first day of the date that the words name; nil when they name none.
  func day(_ words: String) -> CivilDate? {
    if let day = CivilTime(iso8601: words)?.date { return day }
    let sentence = Article(
      id: ArticleID("question"), outlet: nil, title: nil, published: now,
      text: "It has changed since \(words).")
    let times = Extractor().analyse(sentence).times
    return times.lazy.filter { $0.type == .date }.compactMap { Self.first(of: $0.value) }.first
  }

  /// The first day of a TIMEX3 date.
  private static func first(of value: String) -> CivilDate? {
    let fields = value.split(separator: "-")
    guard let year = fields.first.flatMap({ Int($0) }) else { return nil }
    guard fields.count > 1 else { return CivilDate(year: year, month: 1, day: 1) }
    if fields[1].hasPrefix("W"), let week = Int(fields[1].dropFirst()), (1...53).contains(week) {
      guard let fourth = CivilDate(year: year, month: 1, day: 4) else { return nil }
      return fourth.adding(days: 7 * (week - 1) - (fourth.weekday - 1))
    }
    guard let month = Int(fields[1]) else { return nil }
    let day = fields.count > 2 ? Int(fields[2].prefix(2)) : 1
    return day.flatMap { CivilDate(year: year, month: month, day: $0) }
  }
}
