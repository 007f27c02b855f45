public import Primitives

/// Which way a stance goes.
public enum Polarity: String, Codable, Sendable, CaseIterable {
  case `for`, against, neutral
}

/// Where a holder stands towards a target, with the sentence that shows it.
public struct Stance: Hashable, Sendable, Codable {
  /// Who holds it.
  public let holder: EntityIndex
  /// Towards whom or what.
  public let target: EntityIndex
  /// Which way.
  public let polarity: Polarity
  /// The words that show it.
  public let evidence: ByteRange

  /// Creates a stance.
  public init(
    holder: EntityIndex, target: EntityIndex, polarity: Polarity, evidence: ByteRange
  ) {
    self.holder = holder
    self.target = target
    self.polarity = polarity
    self.evidence = evidence
  }
}
