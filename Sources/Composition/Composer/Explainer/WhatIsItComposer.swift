import NewsModel
import Primitives

/// "What is it?": what the things are that the topic is about.
struct WhatIsItComposer {
  let material: Material
  let prominence: Prominence
  private static let length = 3
  private static let kinds: Set<EntityKind> = [.programme, .event, .work, .product, .organisation]

  func compose(_ used: inout UsedSentences) -> ExplainerSection? {
    let finder = DefinitionFinder(material: material)
    var texts: [CitedText] = []
    for entry in subjects() where texts.count < Self.length {
      for sentence in finder.sentences(about: entry.entity) {
        guard let text = used.take(sentence, from: material) else { continue }
        texts.append(text)
        break
      }
    }
    guard let all = NonEmpty(texts) else { return nil }
    return ExplainerSection(kind: .whatIsIt, blocks: NonEmpty(.init(texts: all)))
  }

  /// Things that the topic is named after come first, then the most mentioned.
  private func subjects() -> [Prominence.Entry] {
    let things = prominence.entries.filter { Self.kinds.contains($0.kind) }.prefix(8)
    let topic = material.evidence.topic.name
    let named = things.filter { topic.contains(material.naming.name($0.entity)) }
    return named + things.filter { entry in !named.contains { $0.entity == entry.entity } }
  }
}
