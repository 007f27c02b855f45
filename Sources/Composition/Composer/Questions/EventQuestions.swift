import NewsModel
import Primitives

/// What readers ask about a happening: how many were killed, who claimed it, whether anyone was arrested.
///
/// A question is asked only when a share of the origins answer it, so that an aside in one article raises none. The
/// newest day that answers it is preferred: tolls rise.
struct EventQuestions {
  let material: Material

  /// A question with the words by which its answers are known.
  struct Form: Sendable {
    let question: String
    let needsNumber: Bool
    /// Words, or pairs of words of which both must stand in the sentence.
    let triggers: [[String]]
  }

  /// A single article tells of the happening itself in so many first sentences.
  private static let lead = 5
  /// How far before or after the word its number may stand.
  private static let reach = 6
  /// The share of origins that must hold an answer, and their least number in a topic of several.
  private static let leastShare = 0.25
  private static let leastOrigins = 2
  /// A sentence with an older date than this many days before the first article tells of something else.
  private static let sameHappening = 30

  func drafts() -> [QuestionComposer.Draft] {
    EnglishWords.eventQuestions.compactMap(draft)
  }

  private func draft(_ form: Form) -> QuestionComposer.Draft? {
    let candidates = material.ranked { answers($0, form) }
      .filter { material.originals.count > 1 || $0.position < Self.lead }
    let origins = Set(candidates.map(\.article)).count
    let all = material.originals.count
    guard let best = candidates.first, origins >= min(all, Self.leastOrigins),
      Double(origins) >= Self.leastShare * Double(all)
    else { return nil }
    let published = candidates.map { material.originals[$0.article].version.article.published }
    let newest = published.compactMap(\.self).max()
    let latest = zip(candidates, published).first { $0.1 == newest }?.0 ?? best
    return material.cited(latest).map { .init(question: form.question, answer: [$0]) }
  }

  private func answers(_ sentence: Material.Sentence, _ form: Form) -> Bool {
    let filed = material.originals[sentence.article]
    let words = sentence.words
    // What would be so answers nothing.
    guard !words.contains(where: { ["if", "whether", "would"].contains($0.lower) }) else {
      return false
    }
    return form.triggers.contains { trigger in
      guard let place = words.firstIndex(where: { $0.lower == trigger[0] && !$0.isQuoted }),
        trigger.dropFirst().allSatisfy({ other in words.contains { $0.lower == other } }),
        !form.needsNumber || hasNumber(words, near: place)
      else { return false }
      return !tellsOfEarlier(sentence, filed)
    }
  }

  private func hasNumber(_ words: [Word], near place: Int) -> Bool {
    let low = max(0, place - Self.reach)
    let high = min(words.count, place + Self.reach)
    return words[low..<high].contains { CountedNoun.isNumber($0.lower) }
  }

  private func tellsOfEarlier(_ sentence: Material.Sentence, _ filed: FiledArticle) -> Bool {
    guard let first = material.originals.compactMap(\.version.article.published?.date).min() else {
      return false
    }
    return filed.analysis.times.contains { time in
      guard sentence.range.contains(time.range), let span = CalendarSpan(timex: time.value) else {
        return false
      }
      return span.last < first.adding(days: -Self.sameHappening)
    }
  }
}
