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
    if let found = channel(after: max(cue.upperBound, draft.source?.upperBound ?? 0), draft) {
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

  /// The occasion that is named after the cue, or right after what is said.
  private func channel(after start: Int, _ draft: StatementDraft) -> String? {
    let sentence = words.sentence(of: draft.cue?.lowerBound ?? start)
    var start = start
    // What is said stands between: "confirmed the news in a brief e-mail".
    if let content = draft.content.first(where: { $0.contains(start) }) {
      start = content.upperBound
    }
    let end = max(start, min(sentence.upperBound, start + Self.reach))
    for token in start..<end {
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
        return phrase.isEmpty ? nil : phrase.map { words.lower[$0] }.joined(separator: " ")
      }
    }
    return nil
  }

  /// The outlet that was told, or on whose word the article relies.
  func via(_ draft: StatementDraft, speaker: EntityIndex?) -> EntityIndex? {
    guard let cue = draft.cue, words.lower[cue].contains(where: { Self.telling.contains($0) })
    else { return nil }
    var token = cue.upperBound
    if words.word(token) == "the" { token += 1 }
    guard let entity = entities.entity(at: token), entity != speaker,
      entities.kind(entity) == .organisation
    else { return nil }
    return entity
  }

  private static let telling: Set<String> = ["told", "tells", "telling"]
}
