import Primitives

/// A place of a sentence with the rows of tokens that may stand there; the first row is the sentence's own.
struct SentenceSlot {
  let options: [[NarrationToken]]
  /// The sentence's items that it stands for.
  let items: Range<Int>
}

/// All wordings of a rule-made sentence that say the same, as rows of slots.
///
/// The edits that are allowed are few and each is known not to change what is said: an opening connective goes, brackets go,
/// a date stands for the weekday that it explains, a description between commas goes, "that" comes or goes behind a verb of
/// saying, the speaker moves from the start to the end or back.
struct SentenceSlots {
  /// The wordings, the sentence's own order first.
  private(set) var wordings: [[SentenceSlot]] = []

  private let tokens: SentenceTokens
  private let anatomy: SentenceAnatomy
  private let answer: [String]

  init(_ sentence: NarratedSentence, _ tokens: SentenceTokens, _ anatomy: SentenceAnatomy) {
    self.tokens = tokens
    self.anatomy = anatomy
    answer = sentence.answer.map { NarrationTokens.of($0).map(\.lower) } ?? []
    let slots = plainSlots()
    wordings = [slots]
    if let moved = anatomy.attribution().flatMap({ moved($0, slots) }) { wordings.append(moved) }
  }

  /// The words that every wording has.
  var required: [NarrationToken] {
    wordings[0].flatMap { slot in
      slot.options[0].filter { token in
        slot.options.allSatisfy { option in option.contains { $0.isSame(as: token) } }
      }
    }
  }

  // MARK: The sentence's own order

  private func plainSlots() -> [SentenceSlot] {
    let descriptions = anatomy.descriptions().filter { range in !holdsAnswer(range) }
    var slots: [SentenceSlot] = []
    var place = 0
    if let count = openingCount() {
      slots.append(SentenceSlot(options: [row(0..<count), []], items: 0..<count))
      place = count
    }
    var isOpen = place > 0
    while place < tokens.items.count {
      if let range = descriptions.first(where: { $0.lowerBound == place }) {
        slots.append(
          SentenceSlot(options: [row(range), [mark(",")], []], items: range))
        // The comma behind it may go with it.
        place = range.upperBound
        if place < tokens.items.count, tokens.items[place].token.form == "," {
          slots.append(
            SentenceSlot(options: [row(place..<place + 1), []], items: place..<place + 1))
          place += 1
        }
        continue
      }
      if let group = tokens.items[place].group {
        let end = groupEnd(place, group)
        insert(place..<end, group, into: &slots)
        place = end
        continue
      }
      var token = tokens.items[place].token
      if isOpen { token.isInitial = true }
      isOpen = false
      slots.append(slot(token, at: place))
      place += 1
    }
    return slots
  }

  private func slot(_ token: NarrationToken, at place: Int) -> SentenceSlot {
    let before = place > 0 ? tokens.items[place - 1].token.lower : ""
    var options = [[token]]
    let isEnd = tokens.items[(place + 1)...].allSatisfy { $0.token.form == "\"" }
    if token.form == ".", isEnd { options.append([]) }
    if token.lower == "that", NarrationWords.reporting.contains(before), anatomy.isJoining(place) {
      options.append([])
    }
    if NarrationWords.reporting.contains(token.lower), anatomy.startsClause(after: place),
      place + 1 < tokens.items.count, tokens.items[place + 1].token.lower != "that"
    {
      options.append([token, mark("that")])
    }
    return SentenceSlot(options: options, items: place..<place + 1)
  }

  /// How many items an opening connective takes, with its comma.
  private func openingCount() -> Int? {
    let words = tokens.items.map(\.token.lower)
    for connective in NarrationWords.connectives where words.starts(with: connective) {
      let end = connective.count
      guard end + 2 < words.count, tokens.items[..<end].allSatisfy({ $0.group == nil }) else {
        continue
      }
      if words[end] == "," { return end + 1 }
      return ["and", "but", "yet"].contains(connective[0]) && connective.count == 1 ? end : nil
    }
    return nil
  }

  private func groupEnd(_ start: Int, _ group: Int) -> Int {
    var end = start
    while end < tokens.items.count, tokens.items[end].group == group { end += 1 }
    return end
  }

  private func holdsAnswer(_ range: Range<Int>) -> Bool {
    let words = Set(range.map { tokens.items[$0].token.lower })
    return answer.contains { words.contains($0) }
  }

  func row(_ range: Range<Int>) -> [NarrationToken] { range.map { tokens.items[$0].token } }

  private func mark(_ form: String) -> NarrationToken {
    NarrationToken(form: form, start: 0, end: 0)
  }
}

extension SentenceSlots {
  // MARK: Words that were put in

  /// Adds what was put in: in brackets or without, and a date also in place of the words that it explains.
  private func insert(_ range: Range<Int>, _ group: Int, into slots: inout [SentenceSlot]) {
    let words = row(range)
    var options = [[mark("[")] + words + [mark("]")], words]
    let isDate = tokens.items[range.lowerBound].place == nil
    guard isDate else {
      // Beside the source's words it may be left out; in their place it may not.
      if !tokens.replaces[group] { options.append([]) }
      slots.append(SentenceSlot(options: options, items: range))
      return
    }
    options.append([mark("(")] + words + [mark(")")])
    options.append([mark(",")] + words)
    options.append([mark(",")] + words + [mark(",")])
    let date = PutInDate(words)
    var start = range.lowerBound
    while start > 0, tokens.items[start - 1].group == nil,
      NarrationWords.times.contains(tokens.items[start - 1].token.lower),
      slots.last?.items == start - 1..<start
    {
      start -= 1
      slots.removeLast()
    }
    let explained = row(start..<range.lowerBound)
    options = options.map { explained + $0 }
    if !explained.isEmpty, date.holds(explained), !tokens.replaces[group] {
      let before = start > 0 ? tokens.items[start - 1].token.lower : ""
      if NarrationWords.prepositions.contains(before) {
        options.append(words)
      } else if start > 0 {
        options.append([mark(date.hasDay ? "on" : "in")] + words)
      }
    }
    slots.append(SentenceSlot(options: options, items: start..<range.upperBound))
  }
}

extension SentenceSlots {
  // MARK: The speaker elsewhere

  /// The sentence with its speaker at the other end; nil when the slots do not end where the parts do.
  private func moved(
    _ attribution: SentenceAnatomy.Attribution, _ slots: [SentenceSlot]
  ) -> [SentenceSlot]? {
    guard var speaker = cut(attribution.words, slots), var said = cut([attribution.said], slots),
      !speaker.isEmpty, !said.isEmpty
    else { return nil }
    let end = tokens.items.count
    let stop = SentenceSlot(options: [[mark(".")], []], items: end..<end)
    let nothing = end..<end
    if attribution.isLast {
      Self.open(&speaker)
      Self.open(&said)
      let joint = SentenceSlot(options: [[mark("that")], [], [mark(",")]], items: nothing)
      return speaker + [joint] + said + [stop]
    }
    Self.open(&said)
    Self.open(&speaker)
    return said + [SentenceSlot(options: [[mark(",")]], items: nothing)] + speaker + [stop]
  }

  /// The slots of ranges, in their order; nil when one lies across a border.
  private func cut(_ ranges: [Range<Int>], _ slots: [SentenceSlot]) -> [SentenceSlot]? {
    var result: [SentenceSlot] = []
    for range in ranges where !range.isEmpty {
      let inside = slots.filter { !$0.items.isEmpty && range.overlaps($0.items) }
      guard let first = inside.first, let last = inside.last,
        first.items.lowerBound >= range.lowerBound, last.items.upperBound <= range.upperBound
      else { return nil }
      result += inside
    }
    return result
  }

  /// Lets the first word have either case.
  private static func open(_ slots: inout [SentenceSlot]) {
    guard let first = slots.first else { return }
    let options = first.options.map { row in
      var row = row
      if let word = row.firstIndex(where: \.isWord) { row[word].isInitial = true }
      return row
    }
    slots[0] = SentenceSlot(options: options, items: first.items)
  }
}

/// A date that was put in beside the words that it explains.
struct PutInDate {
  /// Whether it names a day, as "3 May 2023".
  let hasDay: Bool
  private let hasMonth: Bool
  private let hasYear: Bool
  private let isPlain: Bool

  init(_ words: [NarrationToken]) {
    let numbers = words.filter(\.isNumber).map(\.form)
    hasYear = numbers.contains { $0.utf8.count == 4 }
    hasDay = numbers.contains { $0.utf8.count <= 2 }
    hasMonth = words.contains { NarrationWords.months.contains($0.lower) }
    isPlain =
      words.allSatisfy { $0.isNumber || NarrationWords.months.contains($0.lower) }
      && words.count <= 3 && numbers.count == words.count - (hasMonth ? 1 : 0)
  }

  /// Whether it says at least as much as the words that it explains.
  func holds(_ explained: [NarrationToken]) -> Bool {
    let words = explained.map(\.lower)
    guard isPlain, hasYear, !words.contains("week") else { return false }
    if words.contains(where: NarrationWords.days.contains) { return hasDay && hasMonth }
    if words.contains("month") || words.contains(where: NarrationWords.months.contains) {
      return hasMonth
    }
    return words.contains("year")
  }
}
