import NewsModel
import Primitives

/// A sentence that could be shown alone, with what it is judged by.
public struct SentenceCandidate: Encodable, Sendable {
  /// The article.
  public let article: String
  /// Where the sentence stands, in bytes: start and end.
  public let range: [Int]
  /// The sentence as it would be shown.
  public let text: String
  /// The features by name.
  public let features: [String: Float]
  /// The sum of their weights.
  public let score: Float
}

extension SentenceCandidate {
  init(_ sentence: Material.Sentence, of filed: FiledArticle, _ features: StandaloneFeatures) {
    self.init(
      article: filed.version.article.id.rawValue,
      range: [sentence.range.start, sentence.range.end],
      text: sentence.standalone.runs.elements.map(CitedText.shown).joined(),
      features: Dictionary(features.values.map { ($0.name, $0.value) }, uniquingKeysWith: +),
      score: sentence.standing)
  }
}
