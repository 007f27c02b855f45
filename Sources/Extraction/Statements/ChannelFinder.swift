import NewsModel
import Primitives

/// How a statement reached the reporter: "press advisory", "interview", "tweet", "reportedly".
struct ChannelFinder {
  let words: ArticleWords
  let entities: EntityTable

  /// The reach after the cue in which a channel is looked for.
  private static let reach = 14
  /// "Reportedly" stands within so many tokens before the verb that it is about.
  private static let adverbReach = 3

  /// The channel of a statement, in small letters, as the article words it.
  func channel(_ draft: StatementDraft) -> String? {
    guard let cue = draft.cue else { return nil }
    if let word = cue.first(where: { words.lower[$0].hasPrefix("tweet") }) {
      return words.lower[word].isEmpty ? nil : "tweet"
    }
    if isHearsay(cue) { return "reportedly" }
    let sentence = words.sentence(of: cue.lowerBound)
    if let found = channel(
      after: cue.lowerBound + 1, upTo: max(cue.upperBound, draft.source?.upperBound ?? 0), draft)
    {
      return found
    }
    let opening = sentence.lowerBound
    if words.word(opening) == "in" || words.word(opening) == "at" {
      if let found = occasion(after: opening, in: sentence) { return found }
      let aside = DocumentAside(words: words)
      return aside.noun(before: cue.lowerBound).map(aside.phrase)
    }
    return nil
  }

  /// Whether "reportedly" stands in the cue or right before it.
  private func isHearsay(_ cue: Range<Int>) -> Bool {
    let opening = words.sentence(of: cue.lowerBound).lowerBound
    let start = max(opening, cue.lowerBound - Self.adverbReach)
    return words.lower[start..<cue.upperBound].contains("reportedly")
  }

  /// The occasion that is named in the cue, after it, or right after what is said.
  private func channel(after first: Int, upTo end: Int, _ draft: StatementDraft) -> String? {
    let sentence = words.sentence(of: draft.cue?.lowerBound ?? first)
    var start = end
    // What is said stands between: "confirmed the news in a brief e-mail".
    if let content = draft.content.first(where: { $0.contains(start) }) {
      start = content.upperBound
    }
    let last = max(start, min(sentence.upperBound, start + Self.reach))
    for token in Array(first..<max(first, end)) + Array(start..<last) {
      if draft.content.contains(where: { $0.contains(token) }) { break }
      if let occasion = occasion(after: token, in: sentence) { return occasion }
    }
    return nil
  }

  /// `in a written statement`: the words between the article and the noun, the noun included.
  private func occasion(after token: Int, in sentence: Range<Int>) -> String? {
    guard ["in", "at", "during", "via", "on"].contains(words.word(token)) else { return nil }
    var start = token + 1
    if words.has(start, [.determiner, .possessive]) { start += 1 }
    for noun in start..<max(start, min(sentence.upperBound, start + 4)) {
      if words.has(noun, [.stop, .preposition]) || words.word(noun) == "," { return nil }
      if words.has(noun, .occasion), !words.has(noun + 1, .occasion) {
        let phrase = (start...noun).filter { words.nameOf[$0] < 0 && !words.has($0, .timeWord) }
        guard let last = phrase.last, last == noun || words.nameOf[noun] >= 0 else { return nil }
        return worded(phrase)
      }
    }
    return nil
  }

  /// Words as they stand, in small letters: "now-deleted tweet".
  private func worded(_ tokens: [Int]) -> String {
    tokens.enumerated().reduce(into: "") { text, next in
      let (place, token) = next
      let isGlued = place > 0 && tokens[place - 1] == token - 1 && words.isGlued(token)
      if place > 0, !isGlued { text += " " }
      text += words.lower[token]
    }
  }

  /// The outlet that was told, that had the interview, or on whose word the article relies.
  func via(_ draft: StatementDraft, speaker: EntityIndex?) -> EntityIndex? {
    guard let cue = draft.cue else { return nil }
    if words.lower[cue].contains(where: { Self.telling.contains($0) }),
      let told = outlet(at: cue.upperBound, speaker)
    {
      return told
    }
    let sentence = words.sentence(of: cue.lowerBound)
    let end = min(
      sentence.upperBound, max(cue.upperBound, draft.source?.upperBound ?? 0) + Self.reach)
    for token in cue.upperBound..<max(cue.upperBound, end) {
      let isInterview =
        words.word(token) == "with" && ["interview", "interviews"].contains(words.word(token - 1))
      let isQuoted =
        words.word(token) == "by"
        && words.lower[cue.lowerBound..<token].contains { Self.quoting.contains($0) }
      guard isInterview || isQuoted, !draft.content.contains(where: { $0.contains(token) }) else {
        continue
      }
      if let outlet = outlet(at: token + 1, speaker) { return outlet }
    }
    return nil
  }

  /// The outlet that is named at a place, or meant by "the newspaper".
  private func outlet(at start: Int, _ speaker: EntityIndex?) -> EntityIndex? {
    var token = start
    if words.has(token, .determiner) { token += 1 }
    // "Germany's Rhine Herald": whose it is stands before.
    if words.has(token + 1, .possessive) || ["'s", "’s"].contains(words.word(token + 1)) {
      token += 2
    }
    if Self.outletNouns.contains(words.word(token)) {
      return lastOutlet(before: start).flatMap { $0 == speaker ? nil : $0 }
    }
    guard let entity = entities.entity(at: token), entity != speaker,
      entities.kind(entity) == .organisation, !isAssembly(entity)
    else { return nil }
    return entity
  }

  /// Whether it is a body that is spoken to and publishes nothing: `told the Senate Finance Committee`.
  private func isAssembly(_ entity: EntityIndex) -> Bool {
    entities.entities[entity.rawValue].name.lowercased().split(separator: " ").contains {
      Self.assemblies.contains(String($0))
    }
  }

  private static let assemblies: Set<String> = [
    "committee", "council", "parliament", "congress", "senate", "house", "court", "assembly",
    "commission", "conference", "union", "party", "department", "ministry", "university", "board",
    "subcommittee", "police", "bundestag", "knesset", "nations",
  ]

  /// The outlet that was named last in this sentence or the three before it.
  private func lastOutlet(before token: Int) -> EntityIndex? {
    guard token < words.count else { return nil }
    let first = words.sentences[max(0, Int(words.sentenceOf[token]) - 3)].lowerBound
    for at in stride(from: token - 1, through: max(first, token - Self.outletReach), by: -1) {
      guard let entity = entities.entity(at: at), entities.kind(entity) == .organisation,
        entities.entities[entity.rawValue].name.lowercased().split(separator: " ")
          .contains(where: { SpeakerLexicon.english.has(String($0), .outlet) })
      else { continue }
      return entity
    }
    return nil
  }

  /// "The newspaper" means one named within so many tokens before.
  private static let outletReach = 200
  private static let telling: Set<String> = ["told", "tells", "telling"]
  private static let quoting: Set<String> = ["quoted", "cited", "interviewed"]
  private static let outletNouns: Set<String> = [
    "newspaper", "paper", "agency", "broadcaster", "magazine", "station", "network", "channel",
    "website", "outlet", "daily", "programme", "program",
  ]
}
