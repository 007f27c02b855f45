public import Composition
public import NewsModel
public import Primitives

/// What a library answers to a question.
public struct Answer: Sendable {
  /// A sentence that answers, or one that comes near.
  public struct Finding: Sendable {
    /// The sentence as readers see it; its citations name the sources, one an origin.
    public let text: CitedText
    /// The answering words, as ranges in the text of the first citation's article.
    public let marks: [ByteRange]
    /// How surely it answers, from 0 to 1.
    public let confidence: Double

    /// The first citation: the sentence whose words are shown.
    public var citation: Citation { text.citations.first }
    /// How many origins give this answer.
    public var originCount: Int {
      Set([citation.origin] + text.corroborating.map(\.origin)).count
    }
  }

  /// As it was asked.
  public let question: String
  /// What it asks for: `person`, `date`, `yes-no`, ...
  public let kind: String
  /// The answers, the surest first; another answer than the first stands beside it, not under it.
  public let findings: [Finding]
  /// For a question that asks whether: yes, no, or nil when the sentence leaves it open.
  public let verdict: Bool?
  /// How many articles were looked through.
  public let searched: Int
  /// When nothing answers: the sentences that come nearest.
  public let nearest: [Finding]
  /// How a language model words it; nil when none is named.
  public internal(set) var narration: Narration?

  /// Whether the library holds an answer.
  public var isAnswered: Bool { !findings.isEmpty }
}
