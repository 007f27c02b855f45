import NewsModel
import Primitives

/// Which days a time expression names, with doubt about weekdays taken into account.
///
/// "On Sunday" in an article dated on a Saturday is read as six days before; but where the clock of the event is ahead of the
/// outlet's, it is the day after. The other articles of the topic decide; where they do not, the day is not known.
struct DayReading {
  /// In how many articles each day is named, or is the day of publication.
  private let named: [CivilDate: Int]
  private static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let doubtful = 6

  /// Reads the days that the articles name.
  init(_ articles: [FiledArticle]) {
    var named: [CivilDate: Int] = [:]
    for filed in articles {
      var days: Set<CivilDate> = []
      if let published = filed.version.article.published?.date { days.insert(published) }
      for time in filed.analysis.times {
        guard let span = CalendarSpan(timex: time.value), span.granularity == .day,
          !Self.isDoubtful(time, span, filed)
        else { continue }
        days.insert(span.first)
      }
      for day in days { named[day, default: 0] += 1 }
    }
    self.named = named
  }

  /// The days; nil for a value that names none, or when it is in doubt.
  func span(_ time: TimeExpression, of filed: FiledArticle) -> CalendarSpan? {
    guard let span = CalendarSpan(timex: time.value) else { return nil }
    guard Self.isDoubtful(time, span, filed) else { return span }
    let after = span.first.adding(days: 7)
    let counts = (named[span.first, default: 0], named[after, default: 0])
    if counts.0 == counts.1 { return nil }
    return counts.0 > counts.1 ? span : CalendarSpan(day: after)
  }

  /// Whether a bare weekday was read as six days before publication.
  private static func isDoubtful(
    _ time: TimeExpression, _ span: CalendarSpan, _ filed: FiledArticle
  ) -> Bool {
    guard span.granularity == .day, let published = filed.version.article.published?.date,
      span.first.adding(days: doubtful) == published
    else { return false }
    let words = WordScanner.words(of: filed.text, in: time.range).map(\.lower)
    return words.contains { weekdays.contains($0) || weekdays.contains(String($0.dropLast(2))) }
      && !words.contains { $0 == "last" || $0.utf8.contains(where: \.isASCIIDigit) }
  }
}
