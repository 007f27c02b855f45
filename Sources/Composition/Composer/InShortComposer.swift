import NewsModel
import Primitives

/// "In short": three sentences that tell what the topic is about.
struct InShortComposer {
  let material: Material
  private static let length = 3

  func compose(_ used: inout UsedSentences) -> ExplainerSection? {
    var texts: [CitedText] = []
    for sentence in ranked() {
      if texts.count == Self.length { break }
      guard !used.holds(sentence), let text = material.cited(sentence) else { continue }
      used.add(sentence)
      texts.append(text)
    }
    guard let all = NonEmpty(texts) else { return nil }
    return ExplainerSection(kind: .inShort, blocks: NonEmpty(.init(texts: all)))
  }

  /// The sentences by how much of what the topic's origins share they hold, leads first.
  private func ranked() -> [Material.Sentence] {
    let weights = Salience(material)
    return material.sentences
      .map { (sentence: $0, score: weights.score($0)) }
      .sorted { a, b in
        if a.score != b.score { return a.score > b.score }
        return (a.sentence.article, a.sentence.position)
          < (b.sentence.article, b.sentence.position)
      }
      .map(\.sentence)
  }
}
