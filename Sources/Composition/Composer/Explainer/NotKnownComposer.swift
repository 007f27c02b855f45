import NewsModel
import Primitives

/// "What is not known": refusals, what was not clear, and how much comes from sources without a name.
struct NotKnownComposer {
  let material: Material
  private static let length = 4

  func compose(_ used: inout UsedSentences) -> ExplainerSection? {
    var texts: [CitedText] = []
    for sentence in Self.sentences(material) where texts.count < Self.length {
      if let text = used.take(sentence, from: material) { texts.append(text) }
    }
    if let text = unnamed() { texts.append(text) }
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

  /// "Three of 41 statements come from sources who are not named."
  private func unnamed() -> CitedText? {
    let unnamed = material.quotations.filter {
      $0.statement.footing == .anonymous || $0.statement.footing == .role
    }
    let anonymous = unnamed.filter { $0.statement.footing == .anonymous }
    var seen: Set<Passage> = []
    let cited = anonymous.compactMap(material.citation).filter { seen.insert($0.passage).inserted }
    guard let citations = NonEmpty(cited.prefix(4)) else { return nil }
    let total = NewspaperStyle.count(material.quotations.count, "statement")
    let count = NewspaperStyle.numberAtStart(anonymous.count)
    let verb = anonymous.count == 1 ? "comes from a source" : "come from sources"
    let who = anonymous.count == 1 ? "who is not named" : "who are not named"
    return CitedText(computed: "\(count) of \(total) \(verb) \(who).", citations: citations)
  }
}
