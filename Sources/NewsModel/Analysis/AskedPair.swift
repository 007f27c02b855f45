public import Primitives

/// Two spans of a text that somebody asks about: does one take a stance towards the other?
///
/// In the article record they are the fields `p` and `q`, each `[start, end]`. They belong to the question, not to the
/// article: they are read, not written.
public struct AskedPair: Hashable, Sendable {
  /// One span.
  public let p: ByteRange
  /// The other span.
  public let q: ByteRange

  /// Creates a question.
  public init(p: ByteRange, q: ByteRange) {
    self.p = p
    self.q = q
  }
}

/// The answer to an `AskedPair`.
public enum PairStance: String, Codable, Sendable, CaseIterable {
  case none
  case pForQ = "p_for_q"
  case qForP = "q_for_p"
  case pAgainstQ = "p_against_q"
  case qAgainstP = "q_against_p"
}
