import NewsModel
import Primitives

/// "Who is against the office?" and what more than one origin reports.
struct SidesQuestions {
  let material: Material
  let findings: Findings
  private static let targets = 2
  private static let names = 4

  func drafts() -> [QuestionComposer.Draft] {
    let targets = findings.stances.byTarget.filter { isNoun(material.naming.name($0.target)) }
    let sides = targets.prefix(Self.targets).flatMap { target, held in
      [side(.against, target, held), side(.for, target, held)].compactMap(\.self)
    }
    return sides + [shared()].compactMap(\.self)
  }

  /// Whether the name is one: "Democratic" is a party's adjective.
  private func isNoun(_ name: String) -> Bool {
    name.contains(" ") || !["ic", "ese", "ish"].contains { name.hasSuffix($0) }
  }

  private func side(_ polarity: Polarity, _ target: EntityID, _ held: [StanceIndex.Held])
    -> QuestionComposer.Draft?
  {
    var holders: [EntityID] = []
    var sentences: [Material.Sentence] = []
    for stance in held where stance.polarity == polarity && stance.holder != target {
      // The newest of each holder counts: somebody who has turned is not listed.
      let newest = held.first { $0.holder == stance.holder && $0.polarity != .neutral }
      guard newest?.polarity == polarity, !holders.contains(stance.holder) else { continue }
      holders.append(stance.holder)
      sentences.append(stance.sentence)
    }
    guard let first = sentences.first, let example = material.cited(first),
      let citations = NonEmpty(sentences.prefix(Self.names).compactMap(material.citation))
    else { return nil }
    let shown = holders.prefix(Self.names).map(material.naming.inSentence)
    let verb = polarity == .against ? "against" : "for"
    let words = NewspaperStyle.capitalised(NewspaperStyle.list(shown)) + "."
    let count = CitedText(computed: words, citations: citations)
    return .init(
      question: "Who is \(verb) \(material.naming.inSentence(target))?", answer: [count, example])
  }

  /// The sentence that most origins tell alike.
  private func shared() -> QuestionComposer.Draft? {
    let supported = material.ranked().map { (sentence: $0, support: material.support($0)) }
      .filter { $0.support > 1 }
    guard let most = supported.map(\.support).max(),
      let best = supported.first(where: { $0.support == most }),
      let text = material.cited(best.sentence)
    else { return nil }
    return .init(question: "What do several reports agree on?", answer: [text])
  }
}
