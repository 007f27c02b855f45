public import Primitives

/// What a reason is to what it is the reason of.
public enum ReasonKind: String, Codable, Sendable, CaseIterable {
  /// Why it happened: "because", "due to".
  case cause
  /// What it was done for: "in order to", "so that".
  case purpose
  /// Upon what it was done: "in response to", "in retaliation for", "following".
  case occasion
}

/// A sentence in which an article says why.
public struct Reason: Hashable, Sendable, Codable {
  /// What the reason is to its effect.
  public let kind: ReasonKind
  /// The words that join them, in small letters: "because", "due to".
  public let marker: String
  /// What is explained.
  public let effect: ByteRange
  /// The reason that is given.
  public let cause: ByteRange
  /// The sentence in which they stand.
  public let sentence: ByteRange

  /// Creates a reason.
  public init(
    kind: ReasonKind, marker: String, effect: ByteRange, cause: ByteRange, sentence: ByteRange
  ) {
    self.kind = kind
    self.marker = marker
    self.effect = effect
    self.cause = cause
    self.sentence = sentence
  }
}
