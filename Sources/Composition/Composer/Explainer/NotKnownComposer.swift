import NewsModel
import Primitives

/// "What is not known": refusals, and what was not clear.
struct NotKnownComposer {
  let material: Material
  private static let length = 4

  func compose(_ used: inout UsedSentences) -> ExplainerSection? {
    var texts: [CitedText] = []
    for sentence in Self.sentences(material) where texts.count < Self.length {
      if let text = used.take(sentence, from: material) { texts.append(text) }
    }
    let blocks = texts.map { ExplainerSection.Block(texts: NonEmpty($0)) }
    guard let all = NonEmpty(blocks) else { return nil }
    return ExplainerSection(kind: .notKnown, blocks: all)
  }

  /// The sentences that say what is not known or was not told.
  static func sentences(_ material: Material) -> [Material.Sentence] {
    material.ranked { sentence in
      let text = material.originals[sentence.article].text
      let words = WordScanner.words(of: text, in: sentence.range)
      return words.firstUnquoted(EnglishWords.refusals) != nil
    }
  }
}
