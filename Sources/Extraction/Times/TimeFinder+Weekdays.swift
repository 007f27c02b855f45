import NewsModel
import Primitives

extension TimeFinder {
  /// `Friday`, `last Friday`, `late Friday night`, `Friday, Aug. 7`, `Mondays`.
  func weekday(at piece: Int, from start: Int) -> TimeMatch? {
    var first = piece
    var shift = 0
    if text.word(piece) == "the", ["previous", "following"].contains(text.word(piece + 1)),
      case .weekday(let number) = time(piece + 2), let named = context.day?.date
    {
      let day = TimeCalendar(today: named).weekday(
        number, isFuture: text.word(piece + 1) == "following", strictly: true)
      return result(start, piece + 3, .date, day.description)
    }
    if case .shift(let value) = time(piece), case .weekday = time(piece + 1) {
      shift = value
      first += 1
    }
    guard case .weekday(let number) = time(first), text.isCapitalised(first), let calendar,
      !text.isInName(first) || text.word(first).hasSuffix("day"),
      !(text.word(first).hasSuffix(".") && isTitle(first))
    else { return repeated(at: piece) }
    if let date = dateAfter(first, from: start) { return date }
    let tense = self.tense.ofNextVerb(first) ?? direction(start)
    let isPresent = tense == 0 && self.tense.isPlainPresent(start)
    let ahead = shift > 0 || shift == 0 && (tense > 0 || isPresent)
    var day = calendar.weekday(number, isFuture: ahead, strictly: shift != 0)
    if text.word(first - 1) == "this", shift == 0, tense == 0 {
      day = calendar.weekday(number, isFuture: true, strictly: false)
    }
    if let part = partOfDay(first + 1) {
      return result(start, part.end, .time, "\(day)T\(part.code)")
    }
    return result(start, first + 1, .date, day.description)
  }

  /// `Friday, Aug. 7`, `Friday Aug. 7`, `Friday 7 August`: the date says more than the weekday.
  private func dateAfter(_ weekday: Int, from start: Int) -> TimeMatch? {
    var next = weekday + 1
    if text.word(next) == "," { next += 1 }
    if text.word(next) == "the" { next += 1 }
    var isMonth = false
    if case .month = time(next) { isMonth = true }
    guard isMonth || dayNumber(next) != nil, let date = date(at: next), date.type == .date,
      date.value.utf8.count == 10
    else { return nil }
    return result(start, date.pieces.upperBound, .date, date.value)
  }

  /// `Mondays`, `Monday nights`.
  private func repeated(at piece: Int) -> TimeMatch? {
    let word = text.word(piece)
    guard text.isCapitalised(piece), word.hasSuffix("days"),
      case .weekday(let number) = lexicon[String(word.dropLast())]
    else { return nil }
    return result(piece, piece + 1, .set, "XXXX-WXX-\(number)")
  }

  /// `morning`, `mid-afternoon`, `night`: the code and the piece after it.
  func partOfDay(_ piece: Int) -> (code: String, end: Int)? {
    if case .partOfDay(let code) = time(piece) { return (code, piece + 1) }
    guard ["mid", "early", "late"].contains(text.word(piece)) else { return nil }
    let inner = text.isHyphen(piece + 1) ? piece + 2 : piece + 1
    if case .partOfDay(let code) = time(inner) { return (code, inner + 1) }
    return nil
  }
}
