import NewsModel
import Primitives

extension TimeFinder {
  /// Recurring times and references without a date: `every day`, `daily`, `now`, `recent years`, `the future`.
  func plain(at piece: Int) -> TimeMatch? {
    switch time(piece) {
    case .reference(let value): return reference(at: piece, value)
    case .set(let value):
      return text.isInName(piece) || text.isCapitalised(piece) && !text.startsSentence(piece)
        || text.isCapitalised(piece + 1) && !text.has(piece + 1, .stop)
        ? nil : result(piece, piece + 1, .set, value)
    default: break
    }
    switch text.word(piece) {
    case "right":
      return text.word(piece + 1) == "now" && !isTitle(piece + 1)
        ? result(piece, piece + 2, .date, "PRESENT_REF") : nil
    case "more":
      return text.word(piece + 1) == "recently" ? result(piece, piece + 2, .date, "PAST_REF") : nil
    case "every", "each": return every(at: piece)
    case "recent":
      if case .unit = time(piece + 1) { return result(piece, piece + 2, .date, "PAST_REF") }
      return nil
    case "these":
      return text.word(piece + 1) == "days" ? result(piece, piece + 2, .date, "PRESENT_REF") : nil
    case "at":
      let isMoment =
        text.word(piece + 1) == "the" && text.word(piece + 2) == "moment" && !isOf(piece + 3)
      return isMoment ? result(piece + 1, piece + 3, .date, "PRESENT_REF") : nil
    case "the": return past(at: piece)
    case "current": return result(piece, piece + 1, .date, "PRESENT_REF")
    default: return nil
    }
  }

  private func isOf(_ piece: Int) -> Bool { ["of", "when"].contains(text.word(piece)) }

  private func reference(at piece: Int, _ value: String) -> TimeMatch? {
    if text.isCapitalised(piece), !text.startsSentence(piece), text.word(piece + 1) != "," {
      return nil
    }
    if text.isHyphen(piece + 1) || text.isHyphen(piece - 1) { return nil }
    let next = text.word(piece + 1)
    if text.word(piece) == "soon" {
      let isPast = tense.isPast(piece + 1) || tense.isPast(piece - 1)
      if isPast || next == "as" || next == "after" || text.word(piece - 1) == "as" { return nil }
    }
    return result(piece, piece + 1, .date, value)
  }

  /// `every day`, `every two weeks`, `every other month`, `each Thursday`, `every Friday night`.
  private func every(at piece: Int) -> TimeMatch? {
    let next = piece + 1
    if case .unit(let unit) = time(next) {
      guard text.word(piece) == "every" || unit.isCalendar else { return nil }
      return result(piece, next + 1, .set, durationValue(unit, 1))
    }
    if text.word(next) == "other", case .unit(let unit) = time(next + 1) {
      return result(piece, next + 2, .set, durationValue(unit, 2))
    }
    if case .weekday(let number) = time(next) {
      if let part = partOfDay(next + 1) {
        return result(piece, part.end, .set, "XXXX-WXX-\(number)T\(part.code)")
      }
      return result(piece, next + 1, .set, "XXXX-WXX-\(number)")
    }
    if case .partOfDay(let code) = time(next) {
      return result(piece, next + 1, .set, "XXXX-XX-XXT\(code)")
    }
    if case .month(let month) = time(next), text.isCapitalised(next) {
      return result(piece, next + 1, .set, "XXXX-" + CivilDate.padded(month))
    }
    if case .season(let code) = time(next) { return result(piece, next + 1, .set, "XXXX-\(code)") }
    guard text.word(piece) == "every", let number = number(at: next),
      case .unit(let unit) = time(number.end)
    else { return nil }
    return result(piece, number.end + 1, .set, durationValue(unit, number))
  }

  private static let afterReference: Grammar = [
    .preposition, .coordinator, .auxiliary, .subordinator, .pronoun, .determiner,
  ]

  /// `the past`, `the future`, `the near future`, `the present`.
  private func past(at piece: Int) -> TimeMatch? {
    let at = ["near", "recent", "distant"].contains(text.word(piece + 1)) ? piece + 2 : piece + 1
    let references = ["past": "PAST_REF", "future": "FUTURE_REF", "present": "PRESENT_REF"]
    guard let value = references[text.word(at)], !isOf(at + 1),
      !text.isWord(at + 1) || text.has(at + 1, Self.afterReference)
    else { return nil }
    return result(piece, at + 1, .date, value)
  }
}
