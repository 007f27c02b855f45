/// Finds what is said, beside a cue.
struct ContentFinder {
  let words: ArticleWords
  let lexicon: CueLexicon
  let quotations: [Quotation]
  /// The quotation that a token belongs to, -1 for none.
  let quotationOf: [Int32]

  init(words: ArticleWords, lexicon: CueLexicon, quotations: [Quotation]) {
    self.words = words
    self.lexicon = lexicon
    self.quotations = quotations
    var quotationOf = [Int32](repeating: -1, count: words.count)
    for (number, quotation) in quotations.enumerated() {
      for token in quotation.tokens { quotationOf[token] = Int32(number) }
    }
    self.quotationOf = quotationOf
  }

  /// The quotation that holds a token.
  func quotation(at token: Int) -> Quotation? {
    guard quotationOf.indices.contains(token), quotationOf[token] >= 0 else { return nil }
    return quotations[Int(quotationOf[token])]
  }

  /// Longer than any clause of prose, so that a text without stops costs no more than its length.
  private static let longestContent = 300
  /// Within so many tokens a clause shows its verb.
  private static let verbReach = 60

  // MARK: After the cue

  /// What follows a cue group, for the frames of its verb.
  func content(after cue: Cue, in sentence: Range<Int>) -> [Range<Int>]? {
    let frames = cue.form.verb.frames
    let start = cue.tokens.upperBound
    guard start < sentence.upperBound else { return nil }
    if cue.hasPreposition, words.word(start - 1) != "out" {
      return object(start, sentence).map { [$0] }
    }
    let landing = skipAdverbials(start, frames, sentence)
    if let spoken = quoted(landing, start, frames, sentence) { return spoken }
    if words.word(landing) == "that", frames.contains(.thatClause), isClause(landing, sentence) {
      return [clause(landing, sentence)]
    }
    if frames.contains(.question), Self.questionWords.contains(words.word(landing)) {
      return [clause(landing, sentence)]
    }
    if frames.contains(.infinitive), words.word(landing) == "to" {
      return object(landing, sentence).map { [$0] }
    }
    if frames.contains(.clause), !words.has(start, .preposition), isClause(start, sentence),
      startsClause(start)
    {
      return [clause(start, sentence)]
    }
    if frames.contains(.thatClause), isBareClause(start, sentence) {
      return [clause(start, sentence)]
    }
    if cue.form.verb.base == "call" { return judgement(start, sentence) }
    if frames.contains(.object), startsObject(start) {
      return object(start, sentence).map { [$0] }
    }
    return nil
  }

  private static let questionWords: Set<String> = ["whether", "if", "how", "why", "what", "when"]

  private func quoted(
    _ landing: Int, _ start: Int, _ frames: CueFrames, _ sentence: Range<Int>
  ) -> [Range<Int>]? {
    guard frames.contains(.quotation) else { return nil }
    var token = landing
    if [",", ":"].contains(words.word(token)) { token += 1 }
    guard let quotation = quotation(at: token), quotation.tokens.lowerBound == token else {
      return nil
    }
    if quotation.isUtterance(words) || token > landing { return [quotation.tokens] }
    guard token == start, frames.contains(.clause) || frames.contains(.thatClause) else {
      return nil
    }
    return [clause(token, sentence)]
  }

  /// The place after "reporters on Thursday" or "in a statement", when what is said starts there.
  private func skipAdverbials(_ start: Int, _ frames: CueFrames, _ sentence: Range<Int>) -> Int {
    var token = start
    while token < min(sentence.upperBound, start + 16) {
      if words.word(token) == "that" || words.has(token, .quoteMark) || words.word(token) == ":" {
        return token
      }
      if frames.contains(.addressee), token > start,
        words.word(token) == "to" || Self.questionWords.contains(words.word(token))
      {
        return token
      }
      if words.word(token) == ",", words.has(token + 1, .quoteMark) { return token }
      let ends = words.word(token) == "," || words.has(token, [.auxiliary, .subordinator])
      if ends && !words.has(token, .preposition) { return start }
      token += 1
    }
    return start
  }

  /// `called the plan "reckless"`, `called her a friend`: an object and what it is called.
  private func judgement(_ start: Int, _ sentence: Range<Int>) -> [Range<Int>]? {
    guard startsObject(start), let object = object(start, sentence) else { return nil }
    let hasJudgement = object.dropFirst().contains {
      words.has($0, .quoteMark) || ["a", "an"].contains(words.lower[$0])
    }
    return hasJudgement ? [object] : nil
  }

  private func startsClause(_ token: Int) -> Bool {
    guard words.isWord(token) || words.has(token, .quoteMark) else { return false }
    return words.grammar[token].isDisjoint(with: [.coordinator, .timeWord])
      || words.nameOf[token] >= 0
  }

  /// `added it would`: a subject pronoun with a helper needs no "that".
  private func isBareClause(_ start: Int, _ sentence: Range<Int>) -> Bool {
    guard
      ["he", "she", "it", "they", "we", "i", "there"].contains(words.word(start))
        || words.nameOf[start] >= 0
        || words.word(start) == "the"
    else { return false }
    return (start + 1..<min(start + 6, sentence.upperBound)).contains {
      words.has($0, [.auxiliary]) && !["'s", "’s"].contains(words.word($0))
    }
  }

  private func startsObject(_ token: Int) -> Bool {
    words.has(token, [.determiner, .pronoun, .possessive, .quoteMark])
      || words.nameOf[token] >= 0 || words.isCapitalised(token)
      || words.isWord(token)
        && words.grammar[token].isDisjoint(with: [
          .preposition, .adverb, .coordinator, .auxiliary, .subordinator,
        ]) && !words.word(token).hasSuffix("ly")
  }

  /// Whether a verb can be seen in what follows.
  private func isClause(_ start: Int, _ sentence: Range<Int>) -> Bool {
    for token in start + 1..<max(start + 1, min(sentence.upperBound, start + Self.verbReach)) {
      if words.has(token, [.auxiliary, .verb]) { return true }
      let word = words.word(token)
      if word.hasSuffix("ed") || lexicon.form(word) != nil { return true }
      if [";", ":"].contains(word) { return false }
    }
    return false
  }

  // MARK: Extent

  /// A clause from `start` to where the reporter takes over again.
  func clause(_ start: Int, _ sentence: Range<Int>) -> Range<Int> {
    let sentence = sentence.clamped(to: sentence.lowerBound..<start + Self.longestContent)
    var end = start
    while end < sentence.upperBound {
      if end > start, endsClause(end, sentence) { break }
      if let quotation = quotation(at: end), quotation.tokens.lowerBound == end {
        end = min(max(quotation.tokens.upperBound, end + 1), sentence.upperBound)
        if quotation.endsWithComma(words), resumes(end, sentence) { break }
      } else {
        end += 1
      }
    }
    return start..<trimmedEnd(start, end)
  }

  private func endsClause(_ token: Int, _ sentence: Range<Int>) -> Bool {
    if words.word(token) == ";" { return true }
    if words.has(token, .dash) { return isLastDash(token, sentence) }
    let isComma = words.word(token) == ","
    guard isComma || words.has(token, .coordinator) else { return false }
    let next = isComma && words.has(token + 1, .coordinator) ? token + 2 : token + 1
    if isComma, resumes(next, sentence) || isNewSpeaker(next, sentence) { return true }
    var verb = next
    while verb < sentence.upperBound, words.has(verb, [.adverb, .auxiliary]) { verb += 1 }
    guard words.has(verb - 1, .coordinator) || verb > next || isComma,
      let form = cueForm(verb), form.tense != .gerund, form.tense != .thirdPerson
    else { return false }
    return form.verb.frames.contains(.quotation) || form.verb.frames.contains(.clause)
  }

  private func cueForm(_ token: Int) -> CueForm? {
    words.nameOf.indices.contains(token) && words.nameOf[token] < 0
      ? lexicon.form(words.lower[token]) : nil
  }

  /// The reporter goes on after a comma: `, adding`, `, according to`, `, while`.
  private func resumes(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token < sentence.upperBound else { return false }
    if words.word(token) == "according" || words.word(token) == "while" { return true }
    var verb = token
    while verb < sentence.upperBound, words.has(verb, .adverb) { verb += 1 }
    return cueForm(verb)?.tense == .gerund
  }

  /// `..., Moss said`: another speaker within a few words.
  private func isNewSpeaker(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token < sentence.upperBound, words.nameOf[token] >= 0 || words.has(token, .pronoun)
    else { return false }
    for verb in token + 1..<max(token + 1, min(token + 5, sentence.upperBound)) {
      guard let form = cueForm(verb) else { continue }
      return form.verb.force == "say" && form.tense == .past
    }
    return false
  }

  /// A dash ends what is said unless another one closes the insertion.
  private func isLastDash(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard !words.isGlued(token) else { return false }
    return !(token + 1..<min(sentence.upperBound, token + 40)).contains { words.has($0, .dash) }
      && !(max(sentence.lowerBound, token - 40)..<token).contains { words.has($0, .dash) }
  }

  /// An object or infinitive: to the next comma, stop or adverbial clause.
  func object(_ start: Int, _ sentence: Range<Int>) -> Range<Int>? {
    let sentence = sentence.clamped(to: sentence.lowerBound..<start + Self.longestContent)
    var end = start
    while end < sentence.upperBound, !endsObject(end, start) {
      if let quotation = quotation(at: end), quotation.tokens.lowerBound == end {
        end = min(max(quotation.tokens.upperBound, end + 1), sentence.upperBound)
        if quotation.endsWithComma(words) { break }
      } else {
        end += 1
      }
    }
    let last = trimmedEnd(start, end)
    return last > start ? start..<last : nil
  }

  private func endsObject(_ token: Int, _ start: Int) -> Bool {
    let word = words.word(token)
    if words.nameOf[token] >= 0 { return false }
    if [",", ";", ":"].contains(word) || words.has(token, [.stop, .dash]) { return true }
    guard token > start else { return false }
    if ["when", "while", "because", "although", "though", "during", "after", "before", "amid"]
      .contains(word)
    {
      return true
    }
    if ["in", "on", "at"].contains(word) {
      return (token + 1..<min(token + 4, words.count)).contains {
        words.has($0, [.timeWord, .occasion])
      }
    }
    if words.has(token, .coordinator) { return lexicon.form(words.word(token + 1)) != nil }
    return words.has(token, .timeWord) && !words.has(token - 1, [.preposition, .determiner])
  }

  /// Leaves out the stop and commas at the end, but not those inside a quotation.
  private func trimmedEnd(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start + 1,
      words.has(end - 1, [.stop, .coordinator]) || [",", ";", ":"].contains(words.word(end - 1)),
      words.nameOf[end - 1] < 0
    { end -= 1 }
    return end
  }

  // MARK: Before the speaker

  /// What stands before `end`, the first token of source and cue: `"...," he said`.
  func content(before end: Int, floor: Int) -> [Range<Int>]? {
    let last = end - 1
    guard last > floor || words.has(last, .quoteMark) else { return nil }
    guard end - floor <= Self.longestContent || words.has(last, .quoteMark) else { return nil }
    if let quotation = quotation(at: last), quotation.tokens.upperBound == end {
      return before(quotation, floor: floor)
    }
    if words.word(last) == ",", let quotation = quotation(at: last - 1),
      quotation.tokens.upperBound == last
    {
      return before(quotation, floor: floor)
    }
    guard words.word(last) == ",", last - floor >= 3 else { return nil }
    let start = words.has(floor, .coordinator) ? floor + 1 : floor
    return [start..<last]
  }

  private func before(_ quotation: Quotation, floor: Int) -> [Range<Int>]? {
    let isFar = quotation.tokens.upperBound - floor > Self.longestContent
    if quotation.tokens.lowerBound <= floor || quotation.isUtterance(words) || isFar {
      return [quotation.tokens]
    }
    return [floor..<quotation.tokens.upperBound]
  }
}
