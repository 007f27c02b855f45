import NewsModel
import Primitives

/// "What is it?": what the things are that the topic is about.
struct WhatIsItComposer {
  let material: Material
  let prominence: Prominence
  private static let length = 4
  private static let kinds: Set<EntityKind> = [
    .programme, .event, .work, .product, .organisation, .group,
  ]

  func compose(_ used: inout UsedSentences) -> ExplainerSection? {
    let finder = DefinitionFinder(material: material)
    let descriptions = DescriptionFinder(material: material)
    var texts: [CitedText] = []
    for entry in subjects() where texts.count < Self.length {
      if let text = first(finder.sentences(about: entry.entity), &used) {
        texts.append(text)
      } else if let text = descriptions.sentence(about: entry.entity) {
        texts.append(text)
      } else if let text = first(finder.introductions(of: entry.entity), &used) {
        texts.append(text)
      } else if let text = programme(entry.entity, &used) {
        texts.append(text)
      }
    }
    guard let all = NonEmpty(texts) else { return nil }
    return ExplainerSection(kind: .whatIsIt, blocks: NonEmpty(.init(texts: all)))
  }

  /// The first of the sentences that tells something new.
  private func first(_ sentences: [Material.Sentence], _ used: inout UsedSentences) -> CitedText? {
    for sentence in sentences {
      if let text = used.take(sentence, from: material) { return text }
    }
    return nil
  }

  /// A sentence that shows what a plan or an agreement is.
  private func programme(_ entity: EntityID, _ used: inout UsedSentences) -> CitedText? {
    for (index, filed) in material.originals.enumerated() {
      for own in filed.analysis.programmes where filed.entity(own.entity) == entity {
        for range in own.terms {
          guard let sentence = material.sentence(in: index, holding: range),
            let text = used.take(sentence, from: material)
          else { continue }
          return text
        }
      }
    }
    return nil
  }

  /// Things that the topic is named after come first, then the most mentioned.
  private func subjects() -> [Prominence.Entry] {
    let things = prominence.entries.filter { Self.kinds.contains($0.kind) }.prefix(10)
    let topic = material.evidence.topic.name
    let named = things.filter { topic.contains(material.naming.name($0.entity)) }
    return named + things.filter { entry in !named.contains { $0.entity == entry.entity } }
  }
}
