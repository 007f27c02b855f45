public import Primitives

/// A plan, agreement, office or negotiation as a thing of its own.
public struct Programme: Hashable, Sendable, Codable {
  /// The entity that it is.
  public let entity: EntityIndex
  /// How far it is: proposed, under negotiation, agreed, in force, blocked, dropped.
  public let stage: String
  /// Who takes part.
  public let parties: [EntityIndex]
  /// The sentences that show it.
  public let evidence: NonEmpty<ByteRange>

  /// Creates a programme.
  public init(
    entity: EntityIndex, stage: String, parties: [EntityIndex], evidence: NonEmpty<ByteRange>
  ) {
    self.entity = entity
    self.stage = stage
    self.parties = parties
    self.evidence = evidence
  }
}
