import NewsModel
import Primitives

/// Finds dated happenings: sentences in the reporter's words, or indirect speech, that hold a date.
///
/// A date that only says when somebody spoke ("said on Friday") makes no event.
struct EventFinder {
  let words: ArticleWords
  let entities: EntityTable
  let published: CivilTime?
  let quotationOf: [Int32]

  /// A longer stretch of tokens is no sentence that tells one happening.
  private static let longestSentence = 200
  /// The most participants that one event is given.
  private static let mostParticipants = 8

  /// The events, in order.
  func events(_ times: [TimeMatch], _ drafts: [StatementDraft]) -> [NewsEvent] {
    var events: [NewsEvent] = []
    var lastSentence = -1
    let contents = contentOf(drafts)
    for time in times {
      let token = time.tokens.lowerBound
      let sentence = Int(words.sentenceOf[token])
      guard sentence != lastSentence, let day = day(time), quotationOf[token] < 0,
        !datesSpeech(time), let event = event(token, day, contents[token])
      else { continue }
      events.append(event)
      lastSentence = sentence
    }
    return events
  }

  /// The piece of indirect speech that each token belongs to.
  private func contentOf(_ drafts: [StatementDraft]) -> [Int: Range<Int>] {
    var contents: [Int: Range<Int>] = [:]
    for draft in drafts {
      for piece in draft.content where piece.count <= 200 {
        for token in piece { contents[token] = piece }
      }
    }
    return contents
  }

  /// The date without its time of day, when it is one of the calendar.
  private func day(_ time: TimeMatch) -> String? {
    guard time.type == .date || time.type == .time else { return nil }
    let value = time.value.split(separator: "T").first.map(String.init) ?? ""
    let year = value.utf8.prefix(4)
    guard year.count == 4, year.allSatisfy({ $0.isASCIIDigit }), !value.contains("X") else {
      return nil
    }
    return value
  }

  /// `said Friday`, `told reporters on Monday`, `Moss on Friday said`.
  private func datesSpeech(_ time: TimeMatch) -> Bool {
    let lexicon = CueLexicon.english
    let sentence = words.sentence(of: time.tokens.lowerBound)
    let after = time.tokens.upperBound
    if after < sentence.upperBound, lexicon.form(words.lower[after])?.verb.force == "say" {
      return true
    }
    var token = time.tokens.lowerBound - 1
    let floor = max(sentence.lowerBound, token - 5)
    while token >= floor, words.word(token) != "," {
      if words.has(token, .subordinator), !words.has(token, .preposition) { return false }
      if let form = lexicon.form(words.lower[token]), form.verb.frames.contains(.quotation) {
        return true
      }
      token -= 1
    }
    return false
  }

  private func event(_ token: Int, _ day: String, _ content: Range<Int>?) -> NewsEvent? {
    let extent = content ?? words.sentence(of: token)
    guard extent.count <= Self.longestSentence, let status = status(extent, day) else { return nil }
    let participants = participants(in: extent)
    guard !participants.isEmpty else { return nil }
    return NewsEvent(
      range: words.range(extent), when: day, status: status, participants: participants)
  }

  // MARK: Status

  private func status(_ extent: Range<Int>, _ day: String) -> EventStatus? {
    var hasPast = false
    var isConditional = false
    for token in extent {
      let word = words.lower[token]
      if quotationOf[token] >= 0 { continue }
      if Self.scheduling.contains(word) { return isPast(day) ? nil : .scheduled }
      if Self.conditional.contains(word) { isConditional = true }
      if Self.pastHelpers.contains(word) {
        if words.has(token + 1, .negation) { return .denied }
        hasPast = true
      }
      if word.hasSuffix("ed") || CueLexicon.english.form(word)?.tense == .past { hasPast = true }
    }
    if isConditional { return .conditional }
    if !isPast(day), published != nil { return hasPast ? nil : .scheduled }
    return hasPast ? .happened : nil
  }

  /// Whether the day, month, week or year lies wholly or partly before the day after publication.
  private func isPast(_ day: String) -> Bool {
    guard let published else { return true }
    let today = published.date
    if day.contains("W") {
      let week = today.isoWeek
      let number = week.week < 10 ? "0\(week.week)" : "\(week.week)"
      return day.prefix(8) <= "\(CivilDate.padded(week.year))-W\(number)"
    }
    let plain = day.prefix { $0 == "-" || $0.isASCII && $0.isNumber }
    let known = plain.hasSuffix("-") ? plain.dropLast() : plain
    return known <= today.description.prefix(known.utf8.count)
  }

  private static let scheduling: Set<String> = [
    "will", "'ll", "’ll", "scheduled", "upcoming", "slated", "due", "expected",
  ]
  private static let conditional: Set<String> = [
    "if", "could", "would", "may", "might", "unless", "should",
  ]
  private static let pastHelpers: Set<String> = [
    "was", "were", "had", "did", "has", "have", "went", "came", "became", "began", "held", "met",
    "won", "lost", "fell", "rose", "took", "made", "led", "sent", "shot", "struck", "left",
    "broke", "built", "gave", "found", "got", "ran", "hit", "killed", "died",
  ]

  // MARK: Participants

  private func participants(in extent: Range<Int>) -> [EntityIndex] {
    var found: [EntityIndex] = []
    for token in extent where found.count < Self.mostParticipants {
      guard let entity = entities.entity(at: token), !found.contains(entity) else { continue }
      switch entities.kind(entity) {
      case .person, .organisation, .government, .group, .programme, .event: found.append(entity)
      default: continue
      }
    }
    return found
  }
}
