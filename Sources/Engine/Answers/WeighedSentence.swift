public import NewsModel
public import Primitives

/// A sentence with what was looked at to weigh it; for training and diagnosis.
public struct WeighedSentence: Sendable, Encodable {
  /// The article that holds it.
  public let article: ArticleID
  /// Where it stands.
  public let range: ByteRange
  /// How surely it answers.
  public let confidence: Double
  /// The features by name.
  public let features: [String: Double]
}
