import NewsModel
import Primitives

/// Finds dates, times, durations and recurring times and gives them TIMEX3 values.
///
/// Values follow TimeML: relative to the day of publication or to what the text named before, no finer than the words are.
/// An impossible date ("Feb 29, 2015") is none; without a day of publication what depends on it is left out.
struct TimeFinder {
  let text: TimeText
  let calendar: TimeCalendar?
  let tense: TimeTense
  let lexicon = TimeLexicon.english
  /// What was named so far.
  var context = TimeContext()

  init(_ words: ArticleWords, published: CivilTime?) {
    text = TimeText(words)
    calendar = published.map { TimeCalendar(today: $0.date) }
    tense = TimeTense(text)
  }

  /// The expressions of a text, in order, not overlapping.
  /// - Complexity: O(length of the text).
  static func times(in words: ArticleWords, published: CivilTime?) -> [FoundTime] {
    var finder = TimeFinder(words, published: published)
    return finder.matches().map { match in
      let first = finder.text.token(match.pieces.lowerBound)
      let last = finder.text.token(match.pieces.upperBound - 1)
      return FoundTime(
        range: finder.text.range(match.pieces), tokens: first..<last + 1, type: match.type,
        value: match.value,
        direction: match.type == .date || match.type == .time
          ? finder.direction(match.pieces.lowerBound) : 0)
    }
  }

  private mutating func matches() -> [TimeMatch] {
    var matches: [TimeMatch] = []
    var piece = 0
    while piece < text.count {
      guard let match = match(at: piece) else {
        piece += 1
        continue
      }
      if !match.value.isEmpty {
        matches.append(match)
        context.note(match, sentence: text.sentence(match.pieces.lowerBound))
      }
      piece = max(piece + 1, match.pieces.upperBound)
      if let more = enumerated(after: match) {
        matches.append(more)
        piece = more.pieces.upperBound
      }
    }
    return matches
  }

  /// The expression that starts at a piece; an empty value means: looks like a date and is none.
  private func match(at piece: Int) -> TimeMatch? {
    guard couldStart(piece) else { return nil }
    return period(at: piece) ?? date(at: piece) ?? narrative(at: piece) ?? relative(at: piece)
      ?? duration(at: piece) ?? plain(at: piece) ?? approximate(at: piece) ?? part(at: piece)
  }

  private func couldStart(_ piece: Int) -> Bool {
    let word = text.lower[piece]
    if lexicon[word] != nil || Self.openers.contains(word) || HolidayTable.english.starts(word) {
      return true
    }
    if word.hasSuffix("days") { return true }
    let first = text.words.bytes[text.range(piece).start]
    return first.isASCIIDigit || first == UInt8(ascii: "'") || first == 0xE2
  }

  private static let openers: Set<String> = [
    "the", "every", "each", "at", "recent", "current", "noon", "midnight", "tonight", "fiscal",
    "latest", "less", "fewer", "nearly", "almost", "about", "around", "over", "last", "year",
    "right",
    "that", "same", "roughly", "approximately", "half", "these", "its", "their", "his", "her",
    "our",
    "q1", "q2", "q3", "q4", "more",
  ]

  /// `nearly two years`, `more than four hours`: the words before the number belong to the expression.
  private func approximate(at piece: Int) -> TimeMatch? {
    var inner = piece + 1
    switch text.word(piece) {
    case "more", "less", "fewer":
      guard text.word(inner) == "than" else { return nil }
      inner += 1
    case "at":
      guard ["least", "most"].contains(text.word(inner)) else { return nil }
      inner += 1
    case "nearly", "almost", "about", "around", "over", "roughly", "approximately": break
    default: return nil
    }
    let inside = ago(at: inner) ?? clock(at: inner) ?? duration(at: inner)
    // "over the past week" is no more than the week.
    let isFramed = text.word(inner) == "the" && inner > piece + 1
    guard number(at: inner) != nil || text.word(inner) == "half" || isFramed,
      let match = inside
    else { return nil }
    return result(piece, match.pieces.upperBound, match.type, match.value)
  }

  /// `the end of 1990`, `the beginning of next week`: the part belongs to the expression, the value stays as coarse.
  private func part(at piece: Int) -> TimeMatch? {
    if let week = week(at: piece) { return week }
    guard text.word(piece) == "the", Self.parts.contains(text.word(piece + 1)),
      text.word(piece + 2) == "of"
    else { return nil }
    let inner = piece + 3
    let match = date(at: inner) ?? narrative(at: inner) ?? relative(at: inner) ?? period(at: inner)
    if let match, match.type == .date, !match.value.isEmpty {
      return result(piece, match.pieces.upperBound, .date, match.value)
    }
    guard let calendar, text.word(inner) == "the", case .unit(let unit) = time(inner + 1),
      unit.isCalendar, !["before", "after"].contains(text.word(inner + 2))
    else { return nil }
    return result(piece, inner + 2, .date, calendar.shifted(unit, by: 0))
  }

  /// `the week of March 6`.
  private func week(at piece: Int) -> TimeMatch? {
    guard text.word(piece) == "the", text.word(piece + 1) == "week", text.word(piece + 2) == "of",
      let day = date(at: piece + 3), day.value.utf8.count == 10, day.type == .date,
      let date = TimeCalendar.firstDay(of: day.value)
    else { return nil }
    return result(piece, day.pieces.upperBound, .date, TimeCalendar(today: date).week(0))
  }

  private static let parts: Set<String> = ["end", "beginning", "start", "middle"]

  // MARK: What all parts use

  func time(_ piece: Int) -> TimeWord? { lexicon[text.word(piece)] }

  func result(
    _ start: Int, _ end: Int, _ type: TimeExpressionType, _ value: String?
  ) -> TimeMatch? {
    value.map { TimeMatch(pieces: start..<end, type: type, value: $0) }
  }

  /// 1 when the clause around a piece looks ahead, -1 when it tells what was, 0 when it does not say.
  func direction(_ piece: Int) -> Int { tense.direction(piece) }
}

/// What a text has named so far, for expressions that count from it.
struct TimeContext {
  /// The last date with its day, month or year, and its sentence.
  private(set) var date: (value: String, sentence: Int)?
  /// The last day of the calendar.
  private(set) var day: (date: CivilDate, sentence: Int)?
  /// The quarter that is reported on: the last one named, unless it is earlier than the one before.
  private(set) var quarter: (value: String, sentence: Int)?

  /// Notes an expression that was found.
  mutating func note(_ match: TimeMatch, sentence: Int) {
    guard match.type == .date || match.type == .time else { return }
    let value = match.value.split(separator: "T").first.map(String.init) ?? ""
    guard let first = value.utf8.first, first.isASCIIDigit, value.utf8.count >= 4 else { return }
    date = (value, sentence)
    if let day = CivilTime(iso8601: value)?.date, value.utf8.count == 10 {
      self.day = (day, sentence)
    }
    if value.contains("-Q"), quarter.map({ $0.value <= value }) ?? true {
      quarter = (value, sentence)
    }
  }
}
