public import NewsModel
public import Primitives

/// A question of fact to which articles give different answers, with its citations.
public struct ContestedClaimView: Sendable {
  /// One answer.
  public struct Answer: Sendable {
    /// The answer.
    public let answer: ContestedClaim.Answer
    /// Its reports, earliest first.
    public let reports: NonEmpty<Report>
  }

  /// One report of an answer.
  public struct Report: Sendable {
    /// Who says so; nil when the article says it itself.
    public let speaker: EntityProfile?
    /// The words that give the answer.
    public let words: Citation
    /// The sentence that holds them.
    public let sentence: Citation
  }

  /// The claim.
  public let claim: ContestedClaim
  /// Two answers or more, the earliest first.
  public let answers: [Answer]
}
