public import Primitives

/// A question that readers have, with sentences that answer it.
public struct FrequentQuestion: Hashable, Sendable, Codable {
  /// The question.
  public let question: String
  /// One or two sentences that answer it.
  public let answer: NonEmpty<CitedText>

  /// Creates an answered question.
  public init(question: String, answer: NonEmpty<CitedText>) {
    self.question = question
    self.answer = answer
  }
}

/// A question that the articles do not answer: an assignment for the desk, not shown to readers.
public struct UnansweredQuestion: Hashable, Sendable, Codable {
  /// The question.
  public let question: String
  /// How many articles were searched for an answer.
  public let searched: Int

  /// Creates an unanswered question.
  public init(question: String, searched: Int) {
    self.question = question
    self.searched = searched
  }
}
