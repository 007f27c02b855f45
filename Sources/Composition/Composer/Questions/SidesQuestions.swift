import NewsModel
import Primitives

/// "Who is against the office?" and what more than one origin reports.
struct SidesQuestions {
  let material: Material
  let findings: Findings
  private static let targets = 2
  private static let names = 4

  func drafts() -> [QuestionComposer.Draft] {
    let targets = findings.stances.byTarget.filter { Self.canBeAsked($0.target, material.naming) }
    let sides = targets.prefix(Self.targets).flatMap { target, held in
      [side(.against, target, held), side(.for, target, held)].compactMap(\.self)
    }
    return sides + [shared()].compactMap(\.self)
  }

  /// Whether a reader would ask who is for or against it: nobody is "for Japan", and "Democratic" is a party's adjective.
  static func canBeAsked(_ target: EntityID, _ naming: Naming) -> Bool {
    switch naming.kind(target) {
    case nil, .place, .government, .group: return false
    default:
      let name = naming.name(target)
      return name.contains(" ") || !["ic", "ese", "ish"].contains { name.hasSuffix($0) }
    }
  }

  /// Whether the cited words say so themselves: who is read as being for somebody from what he forecasts is not named.
  private static func tells(_ stance: StanceIndex.Cited) -> Bool {
    let stems = stance.polarity == .against ? EnglishWords.opposing : EnglishWords.supporting
    let words = stance.citation.exact.lowercased().split { !$0.isLetter }
    return words.contains { word in stems.contains { word.hasPrefix($0) } }
  }

  private func side(_ polarity: Polarity, _ target: EntityID, _ held: [StanceIndex.Held])
    -> QuestionComposer.Draft?
  {
    // Everybody is named, also those whose sentence cannot stand alone; the example is one that can.
    let all = findings.stances.cited.filter { $0.target == target && $0.holder != target }
    var sides: [StanceIndex.Cited] = []
    for stance in all where stance.polarity == polarity && Self.tells(stance) {
      // The newest of each holder counts: somebody who has turned is not listed.
      let newest = all.first { $0.holder == stance.holder && $0.polarity != .neutral }
      guard newest?.polarity == polarity, !sides.contains(where: { $0.holder == stance.holder })
      else { continue }
      sides.append(stance)
    }
    let shownSides = sides.prefix(Self.names)
    let holders = Set(sides.map(\.holder))
    guard
      let sentence = held.first(where: { $0.polarity == polarity && holders.contains($0.holder) })?
        .sentence,
      let example = material.cited(sentence), let citations = NonEmpty(shownSides.map(\.citation))
    else { return nil }
    let shown = shownSides.map { material.naming.inSentence($0.holder) }
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
