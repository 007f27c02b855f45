/// A narration as JSON: `{"model","prompt","text","clauses":[{"text","answer","narrated","reason"}],"failure"}`.
public struct NarrationRecord: Sendable, Encodable {
  /// A clause.
  public struct Clause: Sendable, Encodable {
    /// Its words, with the joint before them.
    public let text: String
    /// The place in `answers` of the sentence that it tells; its citations are the clause's.
    public let answer: Int
    /// Whether the words are the model's.
    public let narrated: Bool
    /// Why the model's words were not taken.
    public let reason: String?
  }

  /// The model that was asked.
  public let model: String
  /// SHA-256 of what was sent to it.
  public let prompt: String
  /// The text; left out when nothing of the model was taken.
  public let text: String?
  /// Its clauses.
  public let clauses: [Clause]
  /// Why nothing was taken.
  public let failure: String?

  /// Makes the record of a narration.
  public init(_ narration: Narration) {
    model = narration.model
    prompt = narration.promptHash
    text = narration.text
    clauses = narration.clauses.map {
      Clause(text: $0.text, answer: $0.finding, narrated: $0.isNarrated, reason: $0.reason)
    }
    failure = narration.failure
  }
}
