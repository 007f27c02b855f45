public import NewsModel

/// What came of one input: an article, or a refusal that says why there is none.
public enum ReadOutcome: Sendable {
  /// The article that was read.
  case article(Article)
  /// Why the input gave no article.
  case refused(Refusal)
}

/// An input that gave no article: its name, and why.
public struct Refusal: Sendable, Hashable, Codable {
  /// The path, or `path:line` for one line of a file of JSON Lines.
  public let input: String
  /// One sentence in lower case that says what is wrong and what to do.
  public let reason: String

  /// Creates a refusal.
  public init(input: String, reason: String) {
    self.input = input
    self.reason = reason
  }

  init(_ input: String, _ reason: RefusalReason) {
    self.init(input: input, reason: reason.description)
  }
}
