import NewsModel
import Primitives

extension TimeFinder {
  /// Durations: `five years`, `a few days`, `the past two months`, `two-week`, `half an hour`, `decades-long`.
  func duration(at piece: Int) -> TimeMatch? {
    if let match = compound(at: piece) ?? halved(at: piece) { return match }
    var at = piece
    var isRecent = false
    if ["the", "last", "past", "next", "first", "latest", "these", "those"].contains(text.word(at))
    {
      if text.word(at) == "the" { at += 1 }
      if Self.framing.contains(text.word(at)) {
        isRecent = text.word(at) == "past" || text.word(at) == "last"
        at += 1
      }
      if case .unit(let unit) = time(at), text.word(at - 1) == "past" {
        let isPlural = text.word(at).hasSuffix("s")
        return result(piece, at + 1, .duration, durationValue(unit, isPlural ? nil : 1))
      }
    }
    guard let number = number(at: at), let unit = unit(after: number), !isAge(unit.end)
    else { return unquantified(at: piece) }
    if at == piece + 1, text.word(piece) == "the", number.whole == nil { return nil }
    if isOne(at) || text.word(at) == "one" && text.word(at + 1) == "day", !isMeasured(at, unit.end)
    {
      return recurring(at, unit, from: piece)
    }
    var end = unit.end
    var value = durationValue(unit.unit, number)
    if text.word(end) == "and", text.word(end + 1) == "a", text.word(end + 2) == "half" {
      end += 3
      value = durationValue(unit.unit, TimeNumber(whole: number.whole, hasHalf: true, end: end))
    } else if text.word(end) == "or", ["so", "more"].contains(text.word(end + 1)),
      !isRecent || at > piece
    {
      end += 2
    }
    return result(piece, end, .duration, value)
  }

  private static let framing: Set<String> = [
    "last", "past", "next", "first", "latest", "coming", "previous", "final", "following", "full",
  ]

  /// The unit after a number, over `to three`, `more`, `trading`, and the piece after it.
  func unit(after number: TimeNumber) -> (unit: TimeUnit, end: Int)? {
    var at = number.end
    if ["to", "or", "-", "–"].contains(text.word(at)), let upper = self.number(at: at + 1),
      upper.whole != nil
    {
      at = upper.end
    }
    if Self.qualifying.contains(text.word(at)), number.whole != 1 || text.word(at) != "more" {
      at += 1
    }
    guard case .unit(let unit) = time(at), unit != .weekend || number.whole != 1,
      !text.isCapitalised(at) || text.isCapitalised(at - 1) && text.isCapitalised(at + 1),
      !(unit == .second && (number.whole == 1 || text.word(at) == "second")),
      unit != .quarter || text.word(at).hasSuffix("s")
    else { return nil }
    return (unit, at + 1)
  }

  private static let qualifying: Set<String> = [
    "more", "full", "straight", "consecutive", "trading", "business", "working", "calendar",
    "additional", "further", "extra", "long", "whole", "solid", "successive", "other",
  ]

  private func isOne(_ piece: Int) -> Bool { text.word(piece) == "a" || text.word(piece) == "an" }

  /// `for a week`, `a month after`: a length, where `twice a week` and `$2 million a year` are rates.
  private func isMeasured(_ at: Int, _ end: Int) -> Bool {
    if Self.beforeLength.contains(text.word(at - 1)) { return true }
    let before = text.word(at - 1)
    let isCounted = before.hasSuffix("s") && before.utf8.count > 3 || startsWithDigit(at - 1)
    return ["after", "before", "or", "and", "long", "to", "into"].contains(text.word(end))
      && !isCounted
  }

  private static let beforeLength: Set<String> = [
    "for", "in", "within", "after", "before", "over", "about", "than", "nearly", "almost", "least",
    "under", "took", "take", "takes", "taking", "lasted", "lasts", "last", "spent", "spend",
    "around",
    "roughly", "only", "just", "quite", "half", "of", "by", "wait", "waited", "until", "is", "was",
    "such", "be", "once",
  ]

  private func startsWithDigit(_ piece: Int) -> Bool {
    text.word(piece).utf8.first?.isASCIIDigit ?? false
  }

  /// `once a week`, `twice a year`: a set; other rates are no times.
  private func recurring(
    _ at: Int, _ unit: (unit: TimeUnit, end: Int), from piece: Int
  ) -> TimeMatch? {
    guard at == piece, ["once", "twice", "times"].contains(text.word(at - 1)) else { return nil }
    return result(piece, unit.end, .set, durationValue(unit.unit, 1))
  }

  /// `45 years old`, `a 12-year-old`.
  private func isAge(_ end: Int) -> Bool {
    let next = text.isHyphen(end) ? end + 1 : end
    return text.word(next) == "old" || text.word(next) == "olds"
      || text.word(end) == "of" && text.word(end + 1) == "age"
  }

  // MARK: Joined words

  /// `two-year`, `18-month`, `decades-long`, `yearlong`.
  private func compound(at piece: Int) -> TimeMatch? {
    if case .length(let value) = time(piece) { return result(piece, piece + 1, .duration, value) }
    if case .unit(let unit) = time(piece), text.isHyphen(piece + 1), text.word(piece + 2) == "long"
    {
      let isPlural = text.word(piece).hasSuffix("s")
      return result(piece, piece + 3, .duration, durationValue(unit, isPlural ? nil : 1))
    }
    guard let number = number(at: piece), text.isHyphen(number.end),
      case .unit(let unit) = time(number.end + 1), unit != .second, unit != .quarter,
      number.whole != nil, !isOne(piece), !isAge(number.end + 2)
    else { return nil }
    let isLong = text.isHyphen(number.end + 2) && text.word(number.end + 3) == "long"
    return result(piece, number.end + (isLong ? 4 : 2), .duration, durationValue(unit, number))
  }

  /// `half an hour`, `half a century`, `a half-hour`.
  private func halved(at piece: Int) -> TimeMatch? {
    guard text.word(piece) == "half", ["a", "an", "-"].contains(text.word(piece + 1)),
      case .unit(let unit) = time(piece + 2)
    else { return nil }
    let value: String? =
      switch unit {
      case .hour: "PT30M"
      case .minute: "PT30S"
      case .day: "PT12H"
      case .year: "P6M"
      case .decade: "P5Y"
      case .century: "P50Y"
      default: nil
      }
    return result(piece, piece + 3, .duration, value)
  }

  /// `for years`, `in decades`, `months after`.
  private func unquantified(at piece: Int) -> TimeMatch? {
    guard case .unit(let unit) = time(piece), text.word(piece).hasSuffix("s"), unit != .second
    else { return nil }
    let isFramed = ["for", "in", "within", "after", "over", "through", "many"].contains(
      text.word(piece - 1))
    guard isFramed || ["after", "before", "ahead"].contains(text.word(piece + 1)) else {
      return nil
    }
    return result(piece, piece + 1, .duration, durationValue(unit, nil))
  }

  // MARK: Values

  /// `P5Y`, `PT24H`, `PXD`, `P2Y6M`.
  func durationValue(_ unit: TimeUnit, _ number: TimeNumber) -> String {
    guard number.hasHalf, let whole = number.whole else { return durationValue(unit, number.whole) }
    switch unit {
    case .year: return "P\(whole)Y6M"
    case .hour: return "PT\(whole)H30M"
    case .minute: return "PT\(whole)M30S"
    case .day: return "P\(whole)DT12H"
    case .decade: return "P\(whole * 10 + 5)Y"
    default: return durationValue(unit, number.whole)
    }
  }

  func durationValue(_ unit: TimeUnit, _ number: Int?) -> String {
    let count = number.map(String.init) ?? "X"
    switch unit {
    case .second, .minute, .hour: return "PT\(count)\(unit.rawValue.dropFirst())"
    case .quarter: return number.map { "P\($0 * 3)M" } ?? "PXM"
    case .decade: return number.map { "P\($0 * 10)Y" } ?? "PXY"
    case .weekend: return "P\(count)WE"
    case .fortnight: return number.map { "P\($0 * 2)W" } ?? "PXW"
    default: return "P\(count)\(unit.rawValue)"
    }
  }
}
