import NewsModel
import Primitives

extension TimeFinder {
  /// Four digits that can be a year of the calendar.
  func yearNumber(_ piece: Int) -> Int? {
    let word = text.word(piece)
    guard word.utf8.count == 4, word.utf8.allSatisfy(\.isASCIIDigit), let year = Int(word),
      (1000...2199).contains(year), !text.isHyphen(piece + 1) || !startsNumber(piece + 2)
    else { return nil }
    return year
  }

  private func startsNumber(_ piece: Int) -> Bool {
    text.word(piece).utf8.first?.isASCIIDigit ?? false && text.word(piece).utf8.count > 4
  }

  /// `the 1990s`, `the '90s`, `mid-1980s`, `the nineties`.
  func decade(at piece: Int) -> TimeMatch? {
    var at = piece
    var hasArticle = false
    if text.word(at) == "the" {
      at += 1
      hasArticle = true
    }
    if case .edge = time(at) { at += text.isHyphen(at + 1) ? 2 : 1 }
    if ["'", "’", "‘"].contains(text.word(at)), text.isGlued(at + 1) { at += 1 }
    let word = text.word(at)
    if case .decade(let tens) = lexicon[word], hasArticle {
      return result(piece, at + 1, .date, "\((tens + century(of: tens)) / 10)X")
    }
    guard word.hasSuffix("0s"), let year = Int(word.dropLast()) else { return nil }
    switch word.utf8.count {
    case 5 where (1000...2190).contains(year): return result(piece, at + 1, .date, "\(year / 10)X")
    case 3 where hasArticle || text.word(at - 1) == "'" || text.word(at - 1) == "’":
      return result(piece, at + 1, .date, "\((year + century(of: year)) / 10)X")
    default: return nil
    }
  }

  /// `the 19th century`, `the twentieth century`.
  func century(at piece: Int) -> TimeMatch? {
    var at = text.word(piece) == "the" ? piece + 1 : piece
    if case .edge = time(at) { at += text.isHyphen(at + 1) ? 2 : 1 }
    guard text.word(at + 1) == "century" || text.isHyphen(at + 1) && text.word(at + 2) == "century"
    else { return nil }
    let word = text.word(at)
    var number: Int?
    if case .ordinal(let value) = lexicon[word] { number = value }
    if ["st", "nd", "rd", "th"].contains(where: word.hasSuffix) {
      number = number ?? dayNumber(at)
    }
    guard let number, (1...30).contains(number) else { return nil }
    let end = text.word(at + 1) == "century" ? at + 2 : at + 3
    return result(piece, end, .date, (number < 11 ? "0" : "") + "\(number - 1)XX")
  }

  /// `1998`, `fiscal 1998`, `the year 2000`, `nineteen ninety-eight`.
  func year(at piece: Int) -> TimeMatch? {
    var at = piece
    if text.word(at) == "the", text.word(at + 1) == "year" { at += 2 }
    if ["fiscal", "early", "late", "mid"].contains(text.word(at)) {
      at += text.isHyphen(at + 1) ? 2 : 1
      if text.word(at) == "year" { at += 1 }
    }
    if let spoken = spokenYear(at, isCertain: at > piece) {
      return result(piece, spoken.end, .date, String(spoken.year))
    }
    guard let year = yearNumber(at), (1500...2100).contains(year) else { return nil }
    let before = text.word(at - 1)
    if at > piece, before != "in" { return result(piece, at + 1, .date, String(year)) }
    if isFigure(at, before) { return nil }
    let isPlain = (1900...2060).contains(year)
    guard Self.takesYear.contains(before) || isPlain && !isCount(at + 1) else { return nil }
    return result(piece, at + 1, .date, String(year))
  }

  /// Whether four digits are an amount, a part of a number or counted things.
  private func isFigure(_ at: Int, _ before: String) -> Bool {
    if Self.amounts.contains(before) { return true }
    let isRange =
      text.isHyphen(at - 1)
      && (yearNumber(at - 2) != nil || ["post", "pre", "mid"].contains(text.word(at - 2)))
    if text.isGlued(at), !["(", "'", "’", "‘", "“", "\""].contains(before), !isRange,
      !(before == "/" && yearNumber(at - 2) != nil)
    {
      return true
    }
    return ["%", "percent"].contains(text.word(at + 1)) || isUnit(at + 1)
  }

  private static let amounts: Set<String> = [
    "$", "£", "€", "#", "about", "nearly", "some", "over", "around", "roughly", "almost", "than",
    "no.", "number",
  ]
  private static let takesYear: Set<String> = [
    "in", "of", "since", "from", "by", "until", "before", "after", "between", "to", "circa",
    "fiscal",
  ]

  /// `nineteen ninety-eight`, `two thousand one` (the latter only after "the year" or "in").
  func spokenYear(_ at: Int, isCertain: Bool) -> (year: Int, end: Int)? {
    if ["nineteen", "eighteen"].contains(text.word(at)),
      let rest = number(at: at + 1)?.whole, let end = number(at: at + 1)?.end,
      (10...99).contains(rest)
    {
      return ((text.word(at) == "nineteen" ? 1900 : 1800) + rest, end)
    }
    guard text.word(at) == "two", text.word(at + 1) == "thousand",
      isCertain || text.word(at - 1) == "in"
    else { return nil }
    let next = text.word(at + 2) == "and" ? at + 3 : at + 2
    if let rest = number(at: next), let value = rest.whole, value < 100, !isUnit(rest.end) {
      return (2000 + value, rest.end)
    }
    return isCertain ? (2000, at + 2) : nil
  }

  /// `2000 people`: a small plural after the number means that it counts.
  func isCount(_ piece: Int) -> Bool {
    let word = text.word(piece)
    return piece < text.count && !text.isInName(piece) && !text.isCapitalised(piece)
      && word.hasSuffix("s") && word.utf8.count > 4
      && !text.has(piece, [.auxiliary, .verb, .preposition])
      && !["elections", "games", "olympics", "results", "sales", "levels"].contains(word)
  }

  /// `the summer of 1994`, `summer 1994`, `spring of this year`.
  func seasonOfYear(at piece: Int, from start: Int) -> TimeMatch? {
    let at = text.word(piece) == "the" ? piece + 1 : piece
    guard case .season(let code) = time(at) else { return nil }
    let next = text.word(at + 1) == "of" ? at + 2 : at + 1
    if let year = year(at: next), !year.value.isEmpty {
      return result(start, year.pieces.upperBound, .date, "\(year.value)-\(code)")
    }
    guard let calendar, next == at + 2, case .shift(let shift) = time(next),
      text.word(next + 1) == "year"
    else { return nil }
    return result(start, next + 2, .date, "\(calendar.year(shift))-\(code)")
  }
}
