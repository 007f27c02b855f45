import NewsModel
import Primitives

/// "Why?": the sentences in which the articles give a reason for what the topic is about.
struct WhyComposer {
  let material: Material
  let prominence: Prominence
  let stances: StanceIndex
  private static let length = 3
  /// A reason must concern one of so many most prominent names, or a word of the topic's name.
  private static let prominent = 6

  func compose(_ used: inout UsedSentences) -> ExplainerSection? {
    var texts: [CitedText] = []
    let reasons = stanceReasons() + Self.sentences(material, prominence)
    for sentence in reasons where texts.count < Self.length {
      if let text = used.take(sentence, from: material) { texts.append(text) }
    }
    let blocks = texts.map { ExplainerSection.Block(texts: NonEmpty($0)) }
    guard let all = NonEmpty(blocks) else { return nil }
    return ExplainerSection(kind: .why, blocks: all)
  }

  /// One sentence of each holder that says why somebody is for or against what the topic is about, in the reporter's words.
  private func stanceReasons() -> [Material.Sentence] {
    var holders: Set<EntityID> = []
    return stances.all.filter { held in
      held.polarity != .neutral && material.naming.kind(held.target) == .programme
        && ReasonQuestions.givesReason(held.sentence, material)
        && holders.insert(held.holder).inserted
    }.map(\.sentence)
  }

  /// The sentences that give a reason in the reporter's words, causes first, then the most central.
  static func sentences(_ material: Material, _ prominence: Prominence) -> [Material.Sentence] {
    let names = Set(prominence.entries.prefix(prominent).map(\.entity))
    var kinds: [SentenceKey: ReasonKind] = [:]
    let ranked = material.ranked { sentence in
      let filed = material.originals[sentence.article]
      guard concerns(sentence, names, material),
        let reason = filed.analysis.reasons.first(where: { isPlain($0, sentence, filed) })
      else { return false }
      kinds[SentenceKey(sentence)] = reason.kind
      return true
    }
    return ranked.filter { kinds[SentenceKey($0)] != .purpose }
      + ranked.filter { kinds[SentenceKey($0)] == .purpose }
  }

  /// Whether the reason stands in the sentence, outside quotations, in more than a word, and its effect is a fact.
  private static func isPlain(
    _ reason: Reason, _ sentence: Material.Sentence, _ filed: FiledArticle
  ) -> Bool {
    guard sentence.range.contains(reason.cause), sentence.range.contains(reason.effect) else {
      return false
    }
    let words = sentence.words
    let cause = words.filter { reason.cause.contains($0.range) }
    let effect = words.filter { reason.effect.contains($0.range) }
    return cause.count > 1 && effect.count > 2 && cause.first?.isQuoted == false
      && effect.last?.isQuoted == false
      && !effect.contains { EnglishWords.hypothetical.contains($0.lower) }
  }

  private static func concerns(
    _ sentence: Material.Sentence, _ names: Set<EntityID>, _ material: Material
  ) -> Bool {
    if sentence.content.shared(with: material.subjectWords) > 0 { return true }
    let filed = material.originals[sentence.article]
    return filed.analysis.entities.contains { entity in
      names.contains(filed.entity(entity.id))
        && entity.mentions.contains { sentence.range.contains($0) }
    }
  }
}
