import NewsModel
import Primitives

/// "In short": three sentences that tell what the topic is about.
struct InShortComposer {
  let material: Material
  private static let length = 3
  /// The news stands in the first sentences of an article.
  private static let leadSentences = 4

  func compose(_ used: inout UsedSentences) -> ExplainerSection? {
    var texts: [CitedText] = []
    let leads = material.ranked { $0.position < Self.leadSentences && isNews($0) }
    for sentence in leads + material.ranked(isNews) {
      if texts.count == Self.length { break }
      guard let text = used.take(sentence, from: material) else { continue }
      texts.append(text)
    }
    guard let all = NonEmpty(texts.prefix(Self.length)) else { return nil }
    return ExplainerSection(kind: .inShort, blocks: NonEmpty(.init(texts: all)))
  }

  /// Whether it tells what is, not what would be if.
  private func isNews(_ sentence: Material.Sentence) -> Bool {
    let text = material.originals[sentence.article].text
    let first = WordScanner.words(of: text, in: sentence.range).first?.lower
    return first != "if" && first != "whether" && first != "asked"
      && text.bytes[sentence.range.start] != UInt8(ascii: "\"")
  }
}
