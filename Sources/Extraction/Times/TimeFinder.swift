import NewsModel
import Primitives

/// Finds dates, times, durations and recurring times and gives them TIMEX3 values.
///
/// Values follow TimeML: relative to the day of publication, no finer than the words are. An impossible
/// date ("Feb 29, 2015") is none; without a day of publication what depends on it is left out.
struct TimeFinder {
  let words: ArticleWords
  let calendar: TimeCalendar?
  let lexicon = TimeLexicon.english

  init(_ words: ArticleWords, published: CivilTime?) {
    self.words = words
    calendar = published.map { TimeCalendar(today: $0.date) }
  }

  /// The expressions, in order, not overlapping.
  func matches() -> [TimeMatch] {
    var matches: [TimeMatch] = []
    var token = 0
    var lastDay: CivilDate?
    while token < words.count {
      guard let match = match(at: token) ?? narrative(at: token, lastDay) else {
        token += 1
        continue
      }
      if !match.value.isEmpty { matches.append(match) }
      if match.type == .date, let day = CivilTime(iso8601: match.value)?.date { lastDay = day }
      token = max(token + 1, match.tokens.upperBound)
    }
    return matches
  }

  /// The expression that starts at a token; an empty value means: looks like a date and is none.
  private func match(at token: Int) -> TimeMatch? {
    guard couldStart(token) else { return nil }
    return date(at: token) ?? relative(at: token) ?? duration(at: token) ?? plain(at: token)
      ?? approximate(at: token)
  }

  /// `nearly two years`, `more than four hours`: the words before the number belong to the expression.
  private func approximate(at token: Int) -> TimeMatch? {
    var inner = token + 1
    if ["more", "less"].contains(words.word(token)) {
      guard words.word(inner) == "than" else { return nil }
      inner += 1
    } else if !["nearly", "almost", "about", "around", "over"].contains(words.word(token)) {
      return nil
    }
    guard number(at: inner) != nil,
      let match = clock(at: inner) ?? relative(at: inner) ?? duration(at: inner)
    else { return nil }
    return TimeMatch(tokens: token..<match.tokens.upperBound, type: match.type, value: match.value)
  }

  private func couldStart(_ token: Int) -> Bool {
    if lexicon[words.lower[token]] != nil { return true }
    let first = words.bytes[words.range(token).start]
    return first.isASCIIDigit || Self.openers.contains(words.lower[token])
      || words.lower[token].contains("-")
  }

  private static let openers: Set<String> = [
    "the", "every", "each", "at", "recent", "current", "noon", "midnight", "tonight", "fiscal",
    "latest", "more", "less", "nearly", "almost", "about", "around", "over", "last", "year-end",
    "once", "former", "formerly", "previously", "that", "same", "end",
  ]

  // MARK: What all parts use

  func time(_ token: Int) -> TimeWord? { lexicon[words.word(token)] }

  func result(
    _ start: Int, _ end: Int, _ type: TimeExpressionType, _ value: String?
  ) -> TimeMatch? {
    value.map { TimeMatch(tokens: start..<end, type: type, value: $0) }
  }

  /// A cardinal number at a token: its value (nil for "several") and the token after it.
  func number(at token: Int) -> (value: Int?, end: Int)? {
    let word = words.word(token)
    if let first = word.utf8.first, first.isASCIIDigit {
      let digits = word.utf8.filter { $0 != UInt8(ascii: ",") }
      guard digits.allSatisfy({ $0.isASCIIDigit }), digits.count <= 6 else { return nil }
      return (Int(String(decoding: Array(digits), as: UTF8.self)), token + 1)
    }
    if word == "couple", words.word(token + 1) == "of" { return (2, token + 2) }
    if word == "a", ["few", "couple"].contains(words.word(token + 1)) {
      let isCouple = words.word(token + 1) == "couple"
      let skip = words.word(token + 2) == "of" ? 3 : 2
      return (isCouple ? 2 : nil, token + skip)
    }
    if word == "a", words.word(token + 1) == "half" { return nil }
    return spelled(at: token)
  }

  /// `twenty-four`, `twenty four`, `six`.
  private func spelled(at token: Int) -> (value: Int?, end: Int)? {
    let parts = words.word(token).split(separator: "-").map(String.init)
    if parts.count == 2, case .number(let tens?) = lexicon[parts[0]],
      case .number(let ones?) = lexicon[parts[1]], tens >= 20, ones < 10
    {
      return (tens + ones, token + 1)
    }
    guard case .number(let value) = time(token) else { return nil }
    if let value, value >= 20, value < 100, case .number(let ones?) = time(token + 1), ones < 10,
      words.word(token + 1) != "a", words.word(token + 1) != "an"
    {
      return (value + ones, token + 2)
    }
    return (value, token + 1)
  }

  /// 1 when the clause around a token looks ahead, -1 when it tells what was, 0 when it does not say.
  func direction(_ token: Int) -> Int {
    var before = token - 1
    if ["on", "in", "by", "until"].contains(words.word(before)) { before -= 1 }
    if before >= 0, isPastVerb(before) { return -1 }
    let sentence = words.sentence(of: token)
    var hasPast = false
    for other in stride(from: token - 1, through: max(sentence.lowerBound, token - 14), by: -1) {
      if Self.future.contains(words.lower[other]) { return 1 }
      if isPastVerb(other) { hasPast = true }
    }
    if hasPast { return -1 }
    for other in token + 1..<max(token + 1, min(sentence.upperBound, token + 12)) {
      if words.word(other) == "," { break }
      if Self.future.contains(words.lower[other]) { return 1 }
      if isPastVerb(other) { return -1 }
    }
    return 0
  }

  private func isPastVerb(_ token: Int) -> Bool {
    let word = words.word(token)
    return CueLexicon.english.form(word)?.tense == .past || word.hasSuffix("ed")
      || Self.past.contains(word)
  }

  private static let past: Set<String> = [
    "was", "were", "had", "did", "went", "came", "got", "made", "took", "gave", "saw", "became",
    "left", "began", "held", "met", "ran", "led", "fell", "sent", "built", "broke", "rose", "won",
    "lost", "fought", "shot", "struck", "set", "has", "have", "'ve", "been",
  ]

  private static let future: Set<String> = [
    "will", "'ll", "’ll", "wo", "shall", "scheduled", "expected", "plans", "planned", "upcoming",
    "due", "expects", "intends", "until", "till", "next",
  ]
}
