/// An answer as a narrator words it: each clause checked against its sentence, each with its citation.
public struct Narration: Sendable, Hashable {
  /// A clause with what it rests on.
  public struct Clause: Sendable, Hashable {
    /// Its words, with the stop or the joint before them.
    public let text: String
    /// The finding that it tells, by its place in the answer; its citations are the clause's.
    public let finding: Int
    /// Whether the words are the model's; else they are the rule-made sentence.
    public let isNarrated: Bool
    /// Why the model's words were not taken; nil when they were.
    public let reason: String?
  }

  /// The model that was asked.
  public let model: String
  /// SHA-256 of everything that was sent to it, as hexadecimal digits.
  public let promptHash: String
  /// The clauses in order; empty when nothing of the model was taken.
  public let clauses: [Clause]
  /// Why nothing was taken; nil when something was.
  public let failure: String?

  /// The text that readers see; nil when nothing of the model was taken.
  public var text: String? { clauses.isEmpty ? nil : clauses.map(\.text).joined() }
}
