import NewsModel
import Primitives

/// Puts absolute dates behind relative ones: "last week [22-28 May 2023]".
struct DateEditor {
  let filed: FiledArticle
  let days: DayReading

  private static let relative: Set<String> = [
    "yesterday", "today", "tomorrow", "tonight", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "ago",
  ]
  private static let units: Set<String> = [
    "week", "weeks", "month", "months", "year", "weekend", "quarter", "night", "evening", "morning",
    "afternoon", "days", "fortnight",
  ]
  private static let pointers: Set<String> = [
    "last", "next", "this", "past", "coming", "recent", "previous", "following", "few",
  ]
  private static let months: Set<String> = Set(
    (1...12).map { NewspaperStyle.month($0).lowercased() })

  /// The edits; nil when a relative date has no known value.
  func edits(in range: ByteRange, words: [Word]) -> [SentenceEdit]? {
    let times = filed.analysis.times.filter { range.contains($0.range) }
    var edits: [SentenceEdit] = []
    for time in times where time.namesDay(in: filed.text) && !time.isHoliday(in: filed.text) {
      guard !isQuoted(time.range, words), !isTitle(time.range, words),
        !isNamedDay(time.range, words)
      else { continue }
      if isDayOfBallot(time.range, words) || isOpen(time.range, words) { return nil }
      if isFutureInDoubt(time, words) || isPastInDoubt(time, words) { return nil }
      if let words = addition(time, words) {
        let end = endOfPossessive(time.range.end)
        edits.append(SentenceEdit(range: ByteRange(end, end), words: " " + words))
      }
    }
    let resolved = times.filter { days.span($0, of: filed) != nil }.map(\.range)
    let isUndated = filed.version.article.published == nil
    for (index, word) in words.enumerated() where !word.isQuoted {
      let isRelative = isRelative(word, index, words)
      // Beside an article that shows no date, a month is read as the article means it.
      guard isRelative || (isMonthAlone(word, index, words) && !isUndated),
        !resolved.contains(where: { $0.overlaps(word.range) })
      else { continue }
      guard isUndated, let phrase = UndatedPhrase.range(at: index, in: words) else { return nil }
      edits.append(SentenceEdit(range: phrase, words: "\u{2026}"))
    }
    return edits.isEmpty ? presents(words) : edits
  }

  /// When it was that something "is currently" so: the month of publication, where the sentence tells no other day.
  private func presents(_ words: [Word]) -> [SentenceEdit] {
    guard let day = filed.version.article.published?.date else { return [] }
    let month = " \(NewspaperStyle.month(day.month)) \(day.year)"
    let last = words.indices.first { index in
      let word = words[index]
      guard !word.isQuoted else { return false }
      let before = index > 0 ? words[index - 1].lower : ""
      switch word.lower {
      case "currently": return true
      case "date": return before == "to"
      case "far":
        return before == "so"
          && !(words.indices.contains(index + 1)
            && ["as", "from", "to", "away", "that", "apart"].contains(words[index + 1].lower))
      case "now": return ["is", "are", "has", "have", "right"].contains(before)
      default: return false
      }
    }
    return last.map { index in
      let end = ByteRange(words[index].range.end, words[index].range.end)
      return [SentenceEdit(range: end, words: month)]
    } ?? []
  }

  /// Whether a weekday is no day near the publication: "Super Tuesday", "one Sunday in late 2001", "the last Friday in August", or the
  /// attacks of a September that everybody knows.
  private func isNamedDay(_ range: ByteRange, _ words: [Word]) -> Bool {
    let before = words.last { $0.range.end <= range.start }?.lower ?? ""
    let behind = words.filter { $0.range.start >= range.end }.prefix(2).map(\.lower)
    let own = words.filter { range.overlaps($0.range) }.map(\.lower)
    if let day = own.first, day.hasSuffix("day") || day.hasSuffix("day's"), own.count == 1 {
      return Self.dayNames.contains(before)
    }
    if own.contains("11"), own.first?.hasPrefix("sep") == true {
      return behind.contains { ["attack", "attacks", "terrorist"].contains($0) }
    }
    return ["last", "first"].contains(own.first ?? "") && before == "the"
      && ["of", "in"].contains(behind.first ?? "")
  }

  /// Whether a date leaves open which is meant: "that November" was told before, and "last week" on a Sunday may be the one that ends.
  private func isOpen(_ range: ByteRange, _ words: [Word]) -> Bool {
    let own = words.filter { range.overlaps($0.range) }.map(\.lower)
    if own == ["last", "week"], let day = filed.version.article.published?.date {
      return day.weekday == 7
    }
    return words.last { $0.range.end <= range.start }?.lower == "that"
      && Self.months.contains(own.first ?? "")
  }

  private static let dayNames: Set<String> = [
    "super", "black", "good", "ash", "fat", "bloody", "cyber", "giving", "holy", "palm", "easter",
    "maundy", "shrove", "one", "a", "any", "every", "each", "another",
  ]

  /// Whether a bare weekday dates a vote or a debate: those are written of before and after with the same words.
  private func isDayOfBallot(_ range: ByteRange, _ words: [Word]) -> Bool {
    let own = words.filter { range.overlaps($0.range) }
    let plain = own.map { $0.lower.hasSuffix("'s") ? String($0.lower.dropLast(2)) : $0.lower }
    guard own.count == 1, plain[0].hasSuffix("day"), Self.relative.contains(plain[0]),
      !["today", "yesterday"].contains(plain[0])
    else { return false }
    let behind = words.filter { $0.range.start >= own[0].range.end }.prefix(3)
    return behind.prefix { !$0.followsPause }.contains {
      EnglishWords.ballots.contains($0.lower)
    }
  }

  /// Whether a date was read as one to come in a sentence that speaks of nothing to come: the year is in doubt.
  private func isFutureInDoubt(_ time: TimeExpression, _ words: [Word]) -> Bool {
    guard let published = filed.version.article.published?.date,
      let span = days.span(time, of: filed), span.first > published.adding(days: 1)
    else { return false }
    return !words.contains { Self.toCome.contains($0.lower) }
  }

  /// Whether a month or a weekday without a year was read as over behind words that speak of what is to come: "a planned rally on
  /// Saturday", "the looming showdown in July", "if he is the nominee in November".
  private func isPastInDoubt(_ time: TimeExpression, _ words: [Word]) -> Bool {
    guard let published = filed.version.article.published?.date,
      let span = days.span(time, of: filed), span.last < published
    else { return false }
    let own = words.filter { time.range.contains($0.range) }.map(\.lower)
    guard own.contains(where: { Self.months.contains($0) || $0.hasSuffix("day") }),
      !own.contains(where: { $0.utf8.count == 4 && $0.utf8.allSatisfy(\.isASCIIDigit) }),
      !own.contains(where: Self.pointers.contains)
    else { return false }
    let before = words.filter { $0.range.end <= time.range.start }.suffix(Self.reachOfPlans)
    return before.contains { EnglishWords.plans.contains($0.lower) }
  }

  /// How many words before a date can tell that it is to come.
  private static let reachOfPlans = 9

  /// "The ''Today'' show": a word with a capital inside the sentence is a name.
  private func isTitle(_ range: ByteRange, _ words: [Word]) -> Bool {
    let own = words.indices.filter { range.contains(words[$0].range) }
    guard own.count == 1, let index = own.first, index > 0 else { return false }
    return words[index].isCapitalised
      && ["today", "tonight", "tomorrow", "yesterday"].contains(words[index].lower)
      && !words[index].followsPause
  }

  private static let toCome: Set<String> = [
    "will", "would", "to", "may", "might", "could", "should", "must", "shall", "can", "plans",
    "planned", "scheduled", "expected", "due", "next", "coming", "upcoming", "until", "till", "by",
    "before", "tomorrow", "set", "starts", "begins", "opens", "ends", "expires", "deadline",
    "proposed", "slated", "future", "ahead", "if", "when", "won't", "later",
  ]

  private func isRelative(_ word: Word, _ index: Int, _ words: [Word]) -> Bool {
    let plain = word.lower.hasSuffix("'s") ? String(word.lower.dropLast(2)) : word.lower
    if Self.relative.contains(plain) { return true }
    // "This Week in Asia" is a name.
    return Self.units.contains(plain) && index > 0 && !word.isCapitalised
      && Self.pointers.contains(words[index - 1].lower)
      && !(words.indices.contains(index + 1) && words[index + 1].lower == "of")
  }

  /// A month ("June", "mid-June") without a year close behind it.
  private func isMonthAlone(_ word: Word, _ index: Int, _ words: [Word]) -> Bool {
    let last = word.lower.split(separator: "-").last.map(String.init) ?? word.lower
    guard Self.months.contains(last), word.isCapitalised || last != word.lower else {
      return false
    }
    if last == "may" || last == "march", index == 0 { return false }
    return !words[index...].prefix(4).contains { next in
      next.lower.utf8.count == 4 && next.lower.utf8.allSatisfy(\.isASCIIDigit)
    }
  }

  /// Behind "'s", so that "yesterday's" is not torn.
  private func endOfPossessive(_ end: Int) -> Int {
    let tail = filed.text.bytes[end...].prefix(4)
    for mark in ["'s", "\u{2019}s"] where tail.starts(with: mark.utf8) {
      return end + mark.utf8.count
    }
    return end
  }

  private func isQuoted(_ range: ByteRange, _ words: [Word]) -> Bool {
    words.contains { range.contains($0.range) && $0.isQuoted }
  }

  /// The date to put in; nil when the words already tell it.
  private func addition(_ time: TimeExpression, _ words: [Word]) -> String? {
    guard let value = days.span(time, of: filed) else { return nil }
    let own = words.filter { time.range.contains($0.range) }.map(\.lower)
    // "Feb 8 to 25": the second number belongs to the first.
    if !own.isEmpty, own.allSatisfy({ $0.utf8.allSatisfy(\.isASCIIDigit) }) { return nil }
    // "2009-2013" is one word of two years.
    if filed.text.bytes[time.range.indices].allSatisfy(\.isASCIIDigit) { return nil }
    if own.contains(where: { $0.hasPrefix(String(value.first.year)) }) { return nil }
    // "2015 New Year's Eve": the year is told before; "midnight blue": no day is missed.
    let before = words.last { $0.range.end <= time.range.start }?.lower ?? ""
    if before.utf8.count == 4, before.utf8.allSatisfy(\.isASCIIDigit) { return nil }
    if own == ["midnight"] || own == ["noon"] { return nil }
    let next = words.first { $0.range.start >= time.range.end }?.lower
    let behind = words.filter { $0.range.start >= time.range.end }.prefix(3).map(\.lower)
    if behind.elementsEqual(["of", "this", "year"]) { return nil }
    // "July Fourth": the day is told in a word.
    if next == "fourth" { return nil }
    // "March, 2015": the year is written, whatever the month was read as.
    if let next, next.utf8.count == 4, next.utf8.allSatisfy(\.isASCIIDigit) { return nil }
    let months = (1...12).map { NewspaperStyle.month($0).lowercased() }
    let namesMonth = own.contains { word in
      months.contains(word) || months.contains { $0.prefix(3) == word }
    }
    return namesMonth ? String(value.first.year) : value.newspaperStyle
  }
}
