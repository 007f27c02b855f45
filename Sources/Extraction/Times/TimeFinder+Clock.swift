import NewsModel
import Primitives

extension TimeFinder {
  /// Times of day: `8 a.m.`, `10:30 p.m. EST Friday`, `16:53`, `0900 GMT`, `five o'clock`, `noon`.
  func clock(at piece: Int) -> TimeMatch? {
    guard let calendar else { return nil }
    let word = text.word(piece)
    if ["noon", "midnight", "midday"].contains(word) {
      guard !text.isCapitalised(piece), text.word(piece - 1) != "high" else { return nil }
      return clock(word == "midnight" ? "24:00" : "12:00", piece, piece + 1, calendar)
    }
    return halfDay(at: piece, calendar) ?? fullDay(at: piece, calendar)
  }

  /// Hours to twelve with a.m. or p.m., "o'clock", or "in the morning".
  private func halfDay(at piece: Int, _ calendar: TimeCalendar) -> TimeMatch? {
    guard let (hour, minute) = reading(piece), (1...12).contains(hour) else { return nil }
    var end = piece + 1
    var isAfternoon = false
    switch text.word(end) {
    case "a.m.", "a.m", "am": end += 1
    case "p.m.", "p.m", "pm":
      isAfternoon = true
      end += 1
    case "o'clock", "o’clock": end += 1
    case "in" where text.word(end + 1) == "the":
      guard ["morning", "afternoon", "evening"].contains(text.word(end + 2)) else { return nil }
      isAfternoon = text.word(end + 2) != "morning"
      end += 3
    default: return nil
    }
    return clock(Self.padded(hour % 12 + (isAfternoon ? 12 : 0), minute), piece, end, calendar)
  }

  /// `16:53`, `16:53 GMT`, `0900 GMT`.
  private func fullDay(at piece: Int, _ calendar: TimeCalendar) -> TimeMatch? {
    let word = text.word(piece)
    if text.word(piece - 1) == "(", Self.halves.contains(text.word(piece - 2)) { return nil }
    let hasZone = TimeLexicon.isZone(text.word(piece + 1))
    if hasZone, word.utf8.count == 4, word.utf8.allSatisfy(\.isASCIIDigit), let number = Int(word),
      number / 100 < 24, number % 100 < 60
    {
      return clock(Self.padded(number / 100, number % 100), piece, piece + 1, calendar)
    }
    guard word.contains(":"), let (hour, minute) = reading(piece), hour < 24, word.utf8.count >= 4,
      hasZone || ["at", "by", "before", "after", "around", "about"].contains(text.word(piece - 1))
        || text.word(piece + 1) == "local"
    else { return nil }
    return clock(Self.padded(hour, minute), piece, piece + 1, calendar)
  }

  /// The hour and minute of `10`, `10:30`, `7.30`, `five`.
  private func reading(_ piece: Int) -> (Int, Int)? {
    let word = text.word(piece)
    if case .number(let value?) = time(piece), word != "a", word != "an" { return (value, 0) }
    guard word.utf8.count <= 5, let first = word.utf8.first, first.isASCIIDigit else { return nil }
    let fields = word.split(whereSeparator: { $0 == ":" || $0 == "." })
    let numbers = fields.compactMap { Int($0) }
    guard numbers.count == fields.count, let hour = numbers.first, numbers.count <= 2 else {
      return nil
    }
    guard numbers.count == 2 else { return (hour, 0) }
    return fields[1].utf8.count == 2 && numbers[1] < 60 ? (hour, numbers[1]) : nil
  }

  private static let halves: Set<String> = ["a.m.", "a.m", "am", "p.m.", "p.m", "pm"]

  private static func padded(_ hour: Int, _ minute: Int) -> String {
    "\(CivilDate.padded(hour)):\(CivilDate.padded(minute))"
  }

  /// A time of day with its zone and the day that follows it: `10 p.m. EST on Wednesday`.
  private func clock(
    _ time: String, _ start: Int, _ end: Int, _ calendar: TimeCalendar
  ) -> TimeMatch? {
    var end = end
    if text.word(end) == "local", text.word(end + 1) == "time" { end += 2 }
    if TimeLexicon.isZone(text.word(end)) { end += 1 }
    let next = ["on", ","].contains(text.word(end)) ? end + 1 : end
    if next < text.count, let day = dayName(at: next) {
      return result(start, day.pieces.upperBound, .time, "\(day.value)T\(time)")
    }
    if text.word(end) == "(",
      let close = (end..<min(text.count, end + 6)).first(where: { text.word($0) == ")" }),
      let day = dayName(at: text.word(close + 1) == "on" ? close + 2 : close + 1)
    {
      return result(start, end, .time, "\(day.value)T\(time)")
    }
    let sentence = text.sentence(start)
    let named = context.day.flatMap { $0.sentence == sentence ? $0.date : nil }
    return result(start, end, .time, "\(named ?? calendar.today)T\(time)")
  }

  /// The day that stands at a piece, when the words there are one.
  private func dayName(at piece: Int) -> TimeMatch? {
    guard time(piece) != nil || dayNumber(piece) != nil,
      reading(piece) == nil || isMonthAt(piece + 1)
    else { return nil }
    guard let calendar, let match = date(at: piece) ?? relativeDay(at: piece, calendar),
      match.type == .date, match.value.utf8.count == 10
    else { return nil }
    return match
  }

  private func isMonthAt(_ piece: Int) -> Bool {
    if case .month = time(piece) { return true }
    return false
  }
}
