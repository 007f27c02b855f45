import NewsModel
import Primitives

extension TimeExpression {
  /// Whether it is the name of a day and no date: "Christmas", "New Year's Eve", which also names parties and markets.
  func isHoliday(in text: UTF8Text) -> Bool {
    let words = WordScanner.words(of: text, in: range)
    return words.contains(where: \.isCapitalised)
      && !words.contains { word in
        word.lower.utf8.contains(where: \.isASCIIDigit) || Self.calendarWords.contains(word.lower)
          || Self.calendarWords.contains(String(word.lower.split(separator: "'").first ?? ""))
          || Self.calendarWords.contains(String(word.lower.split(separator: "-").last ?? ""))
      }
  }

  static let calendarWords: Set<String> = {
    let months = (1...12).map { NewspaperStyle.month($0).lowercased() }
    let days = [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
      "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "sept",
    ]
    let relative = [
      "yesterday", "today", "tomorrow", "tonight", "ago", "last", "next", "this", "week", "weeks",
      "month", "months", "year", "years", "weekend", "earlier", "later", "now", "recently",
      "spring",
      "summer", "autumn", "fall", "winter", "century", "decade", "quarter",
    ]
    return Set(months + months.map { String($0.prefix(3)) } + days + relative)
  }()

  /// Whether it names a day or a longer span; "12:20 p.m." names an hour of a day told elsewhere.
  func namesDay(in text: UTF8Text) -> Bool {
    switch type {
    case .date: return true
    case .time: return !text.bytes[range.indices].contains(where: \.isASCIIDigit)
    case .duration, .set: return false
    }
  }
}
