import NewsModel
import Primitives

extension TimeFinder {
  /// `the same day`, `the following week`, `that year`: counted from the date that the text named last.
  func narrative(at piece: Int) -> TimeMatch? {
    let word = text.word(piece)
    guard word == "the" || word == "that", let last = context.date,
      text.sentence(piece) - last.sentence <= 4
    else { return nil }
    if let part = partOfNamedDay(at: piece) { return part }
    if word == "that" {
      if text.word(piece + 1) == "same", text.word(piece + 2) == "day" {
        return shift(last.value, .day, 0, piece, piece + 3)
      }
      guard case .unit(let unit) = time(piece + 1), unit.isCalendar,
        !text.word(piece + 1).hasSuffix("s")
      else { return nil }
      return shift(last.value, unit, 0, piece, piece + 2)
    }
    guard let shift = Self.shifts[text.word(piece + 1)],
      case .unit(let unit) = time(piece + 2), unit.isCalendar || unit == .quarter,
      !text.word(piece + 2).hasSuffix("s")
    else { return nil }
    // "the next day" counts from what was told; "the next year" and "the previous quarter" more often from today.
    if text.word(piece + 1) != "following", text.word(piece + 1) != "same", unit != .day {
      return nil
    }
    return self.shift(last.value, unit, shift, piece, piece + 3)
  }

  /// `that night`, `the next morning`.
  private func partOfNamedDay(at piece: Int) -> TimeMatch? {
    guard let day = context.day else { return nil }
    let isThat = text.word(piece) == "that"
    guard isThat || text.word(piece + 1) == "next" || text.word(piece + 1) == "following" else {
      return nil
    }
    guard let part = partOfDay(isThat ? piece + 1 : piece + 2) else { return nil }
    let named = isThat ? day.date : day.date.adding(days: 1)
    return result(piece, part.end, .time, "\(named)T\(part.code)")
  }

  private static let shifts = ["same": 0, "following": 1, "next": 1, "previous": -1]

  private func shift(
    _ value: String, _ unit: TimeUnit, _ count: Int, _ start: Int, _ end: Int
  ) -> TimeMatch? {
    guard let day = TimeCalendar.firstDay(of: value) else { return nil }
    if unit == .day, value.utf8.count < 10 { return nil }
    if unit == .month, value.utf8.count < 7 { return nil }
    if unit == .week, value.utf8.count < 8 { return nil }
    return result(start, end, .date, TimeCalendar(today: day).shifted(unit, by: count))
  }
}
