import NewsModel
import Primitives

/// "Why does X oppose Y?", answered only by a sentence that gives a reason.
struct ReasonQuestions {
  let material: Material
  let findings: Findings
  private static let length = 3
  private static let holders: Set<EntityKind> = [
    .person, .organisation, .government, .place, .group,
  ]

  func drafts() -> [QuestionComposer.Draft] {
    var seen: Set<String> = []
    var answered: [QuestionComposer.Draft] = []
    var open: [QuestionComposer.Draft] = []
    for held in findings.stances.all where held.polarity != .neutral {
      guard let question = question(held) else { continue }
      if Self.givesReason(held.sentence, material), let text = material.cited(held.sentence) {
        if answered.count < Self.length, seen.insert(question).inserted {
          answered.append(.init(question: question, answer: [text]))
        }
      } else {
        open.append(.init(question: question, answer: []))
      }
    }
    for draft in becauseQuestions() where answered.count < Self.length {
      if seen.insert(draft.question).inserted { answered.append(draft) }
    }
    let missing = open.filter { seen.insert($0.question).inserted }
    return answered + missing.prefix(Self.length)
  }

  private func question(_ held: StanceIndex.Held) -> String? {
    guard held.holder != held.target, let kind = material.naming.kind(held.holder),
      Self.holders.contains(kind), SidesQuestions.canBeAsked(held.target, material.naming)
    else { return nil }
    let holder = material.naming.inSentence(held.holder)
    let does = kind == .group && holder.hasSuffix("s") ? "do" : "does"
    let verb = held.polarity == .for ? "support" : "oppose"
    return "Why \(does) \(holder) \(verb) \(material.naming.inSentence(held.target))?"
  }

  /// Whether a word of the sentence gives a reason (`Languages/en/reasons.txt`).
  static func givesReason(_ sentence: Material.Sentence, _ material: Material) -> Bool {
    let text = material.originals[sentence.article].text
    return EnglishWords.givesReason(WordScanner.words(of: text, in: sentence.range))
  }

  /// Questions that sentences with a reason answer, the most central first.
  private func becauseQuestions() -> [QuestionComposer.Draft] {
    let sentences = WhyComposer.sentences(material, findings.prominence)
    return sentences.compactMap { sentence in
      let filed = material.originals[sentence.article]
      let reasons = filed.analysis.reasons.filter { sentence.range.contains($0.cause) }
      let asked = reasons.lazy.compactMap {
        WhyQuestion(sentence, $0, in: filed, naming: material.naming)
      }.first
      guard let asked, let text = material.cited(sentence) else { return nil }
      return .init(question: asked.question, answer: [text])
    }
  }
}
