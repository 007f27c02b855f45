import Primitives

/// "In short": three sentences that tell what the topic is about.
struct InShortComposer {
  let material: Material
  private static let length = 3

  func compose(_ used: inout UsedSentences) -> ExplainerSection? {
    var texts: [CitedText] = []
    for sentence in material.ranked() {
      if texts.count == Self.length { break }
      guard let text = used.take(sentence, from: material) else { continue }
      texts.append(text)
    }
    guard let all = NonEmpty(texts) else { return nil }
    return ExplainerSection(kind: .inShort, blocks: NonEmpty(.init(texts: all)))
  }
}
