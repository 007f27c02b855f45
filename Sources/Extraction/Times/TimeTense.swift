import Linguistics

/// Tells whether the clause around a time looks ahead or back, by the tree where there is one, else by the words around.
struct TimeTense {
  private let text: TimeText

  init(_ text: TimeText) { self.text = text }

  /// 1 when the clause around a piece looks ahead, -1 when it tells what was, 0 when it does not say.
  func direction(_ piece: Int) -> Int {
    if let bound = byBound(piece) { return bound }
    if let syntax = text.words.annotated.syntax, let direction = byTree(text.token(piece), syntax) {
      return direction
    }
    return byWords(piece)
  }

  /// The tense of a verb right behind a day: `Norway on Thursday officially told`.
  ///
  /// A headline that runs into the sentence leads the tree astray, not the next word.
  func ofNextVerb(_ piece: Int) -> Int? {
    guard let syntax = text.words.annotated.syntax else { return nil }
    let token = text.token(piece)
    let sentence = text.words.sentence(of: token)
    var next = token + 1
    while next < sentence.upperBound, next - token <= 2, syntax.tags[next] == "RB" { next += 1 }
    guard next < sentence.upperBound else { return nil }
    switch syntax.tags[next] {
    case "VBD": return -1
    case "MD": return Self.modals.contains(text.words.word(next)) ? 1 : nil
    default: return nil
    }
  }

  /// `until Tuesday`, `by March`, `as soon as Friday` end or start what is to come, unless they open the sentence.
  private func byBound(_ piece: Int) -> Int? {
    let before = text.word(piece - 1)
    guard piece > 0, !text.startsSentence(piece - 1) else { return nil }
    if ["until", "till", "by", "effective"].contains(before) { return 1 }
    return before == "as" && ["soon", "early", "late"].contains(text.word(piece - 2)) ? 1 : nil
  }

  /// Whether the verb above a piece is in the plain present: "takes office on Tuesday" is still to come.
  ///
  /// Only in a sentence that ends like one: headlines tell in the present what was.
  func isPlainPresent(_ piece: Int) -> Bool {
    let token = text.token(piece)
    guard let syntax = text.words.annotated.syntax, let verb = verbAbove(token, syntax),
      ["VBZ", "VBP"].contains(syntax.tags[verb]),
      !Self.standing.contains(syntax.lemmas[verb]),
      !Self.reporting.contains(syntax.lemmas[verb])
    else { return false }
    let sentence = text.words.sentence(of: token)
    return sentence.suffix(2).contains { text.words.has($0, .stop) }
  }

  /// Whether a time hangs on a verb in the past right away, by a preposition, and the verb does not put something off to it.
  func isOfPastVerb(_ piece: Int) -> Bool {
    guard let syntax = text.words.annotated.syntax else { return false }
    let token = text.token(piece)
    let preposition = syntax.heads[token]
    guard ["in", "during"].contains(text.words.word(preposition)) else { return false }
    let verb = syntax.heads[preposition]
    return verb != preposition && text.words.sentenceOf[verb] == text.words.sentenceOf[token]
      && syntax.tags[verb] == "VBD" && !Self.settling.contains(syntax.lemmas[verb])
  }

  /// What is done now about a time to come.
  private static let settling: Set<String> = [
    "set", "schedule", "plan", "expect", "agree", "decide", "postpone", "delay", "move", "push",
    "put", "defer", "extend", "announce", "propose", "want", "hope", "invite", "call",
  ]

  private static let standing: Set<String> = ["be", "have", "come", "follow", "date", "remain"]

  // MARK: By the tree

  /// The most arcs that are climbed: a date further from its verb says nothing about it.
  private static let highest = 8

  private func byTree(_ token: Int, _ syntax: Syntax) -> Int? {
    verbAbove(token, syntax).flatMap { tense(of: $0, syntax) }
  }

  private func isVerb(_ token: Int, _ syntax: Syntax) -> Bool {
    syntax.partsOfSpeech[token] == "VERB" || syntax.partsOfSpeech[token] == "AUX"
  }

  private func tense(of verb: Int, _ syntax: Syntax, depth: Int = 0) -> Int? {
    let sentence = text.words.sentence(of: verb)
    var hasTo = false
    var helper: Int?
    for token in max(sentence.lowerBound, verb - 8)..<verb where syntax.heads[token] == verb {
      let word = text.words.word(token)
      if syntax.tags[token] == "MD" { return Self.modals.contains(word) ? 1 : helper ?? 0 }
      if syntax.tags[token] == "TO" { hasTo = true }
      if syntax.tags[token] == "VBD" { helper = -1 }
      if ["has", "have", "'ve", "’ve", "having"].contains(word) { helper = -1 }
    }
    let word = text.words.word(verb)
    if Self.ahead.contains(word) { return 1 }
    if let helper { return helper }
    switch syntax.tags[verb] {
    case "VBD": return -1
    case "VBN": return -1
    case "VB" where hasTo && syntax.dependencies[verb] == "xcomp": return 1
    case "VB" where hasTo && depth < 4:
      // "offers to acquire", "came to see": the purpose is as old as what was done for it.
      return verbAbove(verb, syntax).map { tense(of: $0, syntax, depth: depth + 1) ?? 1 } ?? 1
    case "VB" where syntax.dependencies[verb] == "conj" && depth < 4:
      return tense(of: syntax.heads[verb], syntax, depth: depth + 1)
    case "VB" where !hasTo && depth == 0 && syntax.dependencies[verb] != "conj": return 1
    case "VBZ", "VBP": return Self.reporting.contains(syntax.lemmas[verb]) ? -1 : 0
    case "VBG":
      let head = syntax.heads[verb]
      guard depth < 4, head != verb, isVerb(head, syntax) else { return nil }
      return tense(of: head, syntax, depth: depth + 1)
    default: return nil
    }
  }

  private func verbAbove(_ token: Int, _ syntax: Syntax) -> Int? {
    var token = token
    for _ in 0..<Self.highest {
      let head = syntax.heads[token]
      guard head != token, text.words.sentenceOf[head] == text.words.sentenceOf[token] else {
        return nil
      }
      if isVerb(head, syntax) { return head }
      token = head
    }
    return nil
  }

  private static let reporting: Set<String> = ["say", "report", "tell", "write", "quote"]
  private static let ahead: Set<String> = [
    "scheduled", "expected", "due", "planned", "slated", "plans", "plan", "expects",
    "intends",
  ]
  private static let modals: Set<String> = ["will", "'ll", "’ll", "wo", "shall", "would", "'d"]

  // MARK: By the words

  /// The word nearest before the piece that tells the tense decides, then the nearest after it.
  private func byWords(_ piece: Int) -> Int {
    var token = piece - 1
    let floor = max(0, piece - 14)
    while token >= floor, text.isSameSentence(token, piece) {
      if text.has(token, .quoteMark) { break }
      if let direction = sign(token, before: piece) { return direction }
      token -= 1
    }
    token = piece + 1
    while token < min(text.count, piece + 14), text.isSameSentence(token, piece) {
      if text.word(token) == ",", token > piece + 3 { break }
      if let direction = sign(token, before: token) { return direction }
      token += 1
    }
    return 0
  }

  private func sign(_ token: Int, before piece: Int) -> Int? {
    let word = text.word(token)
    if Self.future.contains(word) { return 1 }
    if word == "to", isInfinitive(token) { return 1 }
    return isPast(token) ? -1 : nil
  }

  /// `to meet`, but not `to the`, `to 12`, `to London`.
  private func isInfinitive(_ token: Int) -> Bool {
    text.word(token + 1) == "be" || Self.beforeInfinitive.contains(text.word(token - 1))
      || text.isWord(token + 1) && !text.isCapitalised(token + 1) && text.has(token + 1, .verb)
      || CueLexicon.english.form(text.word(token + 1))?.tense == .base
  }

  func isPast(_ token: Int) -> Bool {
    let word = text.word(token)
    if Self.past.contains(word), !isBe(token - 1) { return true }
    if text.isCapitalised(token) || isBe(token - 1) || isBe(token - 2) { return false }
    return word.hasSuffix("ed") && word.utf8.count > 3
      && !(word.hasSuffix("eed") && word != "agreed")
      || CueLexicon.english.form(word)?.tense == .past
  }

  /// `be held`, `be formally opened`: the helper before it tells the tense.
  private func isBe(_ token: Int) -> Bool { text.word(token) == "be" }

  private static let beforeInfinitive: Set<String> = [
    "set", "due", "plans", "plan", "planned", "ready", "likely", "supposed", "going", "intends",
    "hopes",
    "agreed", "about", "vowed", "promised", "aims", "preparing", "wants", "seeks",
  ]

  private static let past: Set<String> = [
    "was", "were", "had", "did", "went", "came", "got", "made", "took", "gave", "saw", "became",
    "left", "began", "held", "met", "ran", "led", "fell", "sent", "built", "broke", "rose", "won",
    "lost", "fought", "shot", "struck", "has", "have", "'ve", "been", "bought", "sold", "brought",
    "kept", "grew", "put", "hit", "spoke", "drew", "flew", "threw", "wrote", "stood", "sought",
  ]

  private static let future: Set<String> = [
    "will", "'ll", "’ll", "wo", "shall", "scheduled", "expected", "effective", "planned",
    "upcoming",
    "due", "expects", "intends", "would", "slated", "ending", "expire", "expires",
  ]
}
