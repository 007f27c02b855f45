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
  func events(_ times: [FoundTime], _ drafts: [StatementDraft]) -> [NewsEvent] {
    var events: [NewsEvent] = []
    var lastSentence = -1
    let contents = contentOf(drafts)
    for time in times {
      let token = time.tokens.lowerBound
      let sentence = Int(words.sentenceOf[token])
      guard sentence != lastSentence, let day = day(time), quotationOf[token] < 0,
        let event = event(time, day, contents[token])
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
  private func day(_ time: FoundTime) -> String? {
    guard time.type == .date || time.type == .time else { return nil }
    let value = time.value.split(separator: "T").first.map(String.init) ?? ""
    let year = value.utf8.prefix(4)
    guard year.count == 4, year.allSatisfy(\.isASCIIDigit), !value.contains("X") else { return nil }
    return value
  }

  private func event(_ time: FoundTime, _ day: String, _ content: Range<Int>?) -> NewsEvent? {
    let extent = content ?? words.sentence(of: time.tokens.lowerBound)
    let reader = EventClauseReader(words: words, quotationOf: quotationOf)
    guard extent.count <= Self.longestSentence, let clause = reader.clause(of: time, in: extent),
      !clause.isSpeech, let status = status(clause, day)
    else { return nil }
    let participants = participants(in: extent)
    guard !participants.isEmpty else { return nil }
    return NewsEvent(
      range: words.range(extent), when: day, status: status, participants: participants,
      place: place(in: extent, near: time))
  }

  // MARK: Status

  private func status(_ clause: EventClause, _ day: String) -> EventStatus? {
    switch clause.mood {
    case .denied: return .denied
    case .conditional: return .conditional
    case .plain: break
    }
    let isPast = isPast(day)
    if clause.direction > 0 { return isPast ? nil : .scheduled }
    if !isPast, published != nil { return clause.direction < 0 ? nil : .scheduled }
    return clause.direction < 0 ? .happened : nil
  }

  /// Whether the day, month, week or year lies wholly or partly before the day after publication.
  private func isPast(_ day: String) -> Bool {
    guard let published else { return true }
    let today = published.date
    if day.contains("W") {
      return day.prefix(8) <= TimeCalendar(today: today).week(0)
    }
    let plain = day.prefix { $0 == "-" || $0.isASCII && $0.isNumber }
    let known = plain.hasSuffix("-") ? plain.dropLast() : plain
    return known <= today.description.prefix(known.utf8.count)
  }

  // MARK: Who and where

  private func participants(in extent: Range<Int>) -> [EntityIndex] {
    var found: [EntityIndex] = []
    for token in extent where found.count < Self.mostParticipants {
      guard let entity = entities.entity(at: token), !found.contains(entity),
        !words.isDateline(token)
      else { continue }
      switch entities.kind(entity) {
      case .person, .organisation, .government, .group, .programme, .event: found.append(entity)
      default: continue
      }
    }
    return found
  }

  /// The place or country after "in", "at" or "near" that stands nearest to the date.
  private func place(in extent: Range<Int>, near time: FoundTime) -> EntityIndex? {
    var best: (entity: EntityIndex, distance: Int)?
    for token in extent.dropFirst() where words.nameOf[token] != words.nameOf[token - 1] {
      guard let entity = entities.entity(at: token),
        [.place, .government].contains(entities.kind(entity)), isLocated(token)
      else { continue }
      let distance = abs(token - time.tokens.lowerBound)
      if best.map({ distance < $0.distance }) ?? true { best = (entity, distance) }
    }
    return best?.entity
  }

  /// `in Tokyo`, `near the southern city of Mito`: over at most an article, two adjectives and a kind of place.
  private func isLocated(_ token: Int) -> Bool {
    var before = token - 1
    let floor = max(0, token - 6)
    if words.word(before) == "of" {
      guard Self.placeWords.contains(words.word(before - 1)) else { return false }
      before -= 2
    }
    while before > floor,
      words.word(before).hasSuffix("ern") || words.word(before) == "the"
        || words.has(before, .determiner)
    {
      before -= 1
    }
    return Self.locating.contains(words.word(before))
  }

  private static let locating: Set<String> = ["in", "at", "near", "outside", "off"]
  private static let placeWords: Set<String> = [
    "city", "town", "village", "province", "region", "capital", "port", "island", "state",
    "district",
  ]
}
