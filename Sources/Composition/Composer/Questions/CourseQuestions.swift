import NewsModel
import Primitives

/// What is disputed, what is not known, what is the latest, what was corrected, what happens next.
struct CourseQuestions {
  let material: Material
  let findings: Findings

  func drafts() -> [QuestionComposer.Draft] {
    [figures(), latest(), corrected(), notKnown(), next()].compactMap(\.self)
  }

  /// What is measured, not counted: two shares may be of different things.
  private static let measures: Set<String> = ["percent", "per cent", "degrees", "points"]

  private func figures() -> QuestionComposer.Draft? {
    let figures = findings.contested.contested.first { $0.claim.slot == .figure }
    guard let claim = figures, let unit = claim.answers.lazy.compactMap(\.unit).first,
      !Self.measures.contains(unit), claim.answers.allSatisfy({ $0.sentence != nil }),
      let citations = NonEmpty(claim.answers.map(\.citations.first))
    else { return nil }
    let parts = claim.answers.map { "\($0.citations.first.outlet) gives \($0.words)" }
    let text = CitedText(
      computed: "No: \(NewspaperStyle.list(parts)).", citations: citations)
    return .init(question: "Do the reports agree on the number of \(unit)?", answer: [text])
  }

  /// The lead of the latest article, when the topic runs over several days.
  private func latest() -> QuestionComposer.Draft? {
    let days = material.originals.compactMap(\.version.article.published?.date)
    guard let last = days.max(), let first = days.min(), first < last else { return nil }
    let candidates = material.ranked { material.day($0) == last && $0.position < 3 }
    guard let sentence = candidates.first, let citation = material.citation(sentence) else {
      return nil
    }
    let text = CitedText(
      NonEmpty(.computed("\(NewspaperStyle.day(last)): "), sentence.standalone.runs.elements),
      citations: NonEmpty(citation), corroborating: material.corroboration(of: sentence))
    return .init(question: "What is the latest?", answer: [text])
  }

  private func corrected() -> QuestionComposer.Draft? {
    guard let block = CorrectedComposer(material: material).compose()?.blocks.first,
      block.texts.elements.count > 1
    else { return nil }
    return .init(question: "What has been corrected?", answer: block.texts.elements)
  }

  private func notKnown() -> QuestionComposer.Draft? {
    var used = UsedSentences()
    let texts = NotKnownComposer.sentences(material).prefix(6)
      .compactMap { used.take($0, from: material) }
    return texts.isEmpty
      ? nil : .init(question: "What is not known?", answer: Array(texts.prefix(2)))
  }

  private func next() -> QuestionComposer.Draft? {
    let entries = NextComposer.entries(material, findings.chronology)
    var used = UsedSentences()
    let texts = entries.compactMap { used.take($0.sentence, from: material) }.prefix(2)
    let isPast = entries.first.map { $0.span.last < material.evidence.now.date } ?? false
    return .init(
      question: isPast ? "What was to happen next?" : "What happens next?",
      answer: Array(texts))
  }
}
