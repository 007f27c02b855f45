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

  /// The words that tell what it covers ("on fisheries", "to share fuel").
  public let terms: [ByteRange]
  /// The sentences that tell of resistance to it.
  public let stickingPoints: [ByteRange]
  /// The sentences that tell what is to come.
  public let nextSteps: [ByteRange]

  /// Creates a programme.
  public init(
    entity: EntityIndex, stage: String, parties: [EntityIndex], evidence: NonEmpty<ByteRange>,
    terms: [ByteRange] = [], stickingPoints: [ByteRange] = [], nextSteps: [ByteRange] = []
  ) {
    self.entity = entity
    self.stage = stage
    self.parties = parties
    self.evidence = evidence
    self.terms = terms
    self.stickingPoints = stickingPoints
    self.nextSteps = nextSteps
  }

  private enum CodingKeys: String, CodingKey {
    case entity, stage, parties, evidence, terms, stickingPoints, nextSteps
  }

  /// Reads a programme; what it covers, what it meets and what is to come may be missing.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    func ranges(_ key: CodingKeys) throws -> [ByteRange] {
      try fields.decodeIfPresent([ByteRange].self, forKey: key) ?? []
    }
    self.init(
      entity: try fields.decode(EntityIndex.self, forKey: .entity),
      stage: try fields.decode(String.self, forKey: .stage),
      parties: try fields.decode([EntityIndex].self, forKey: .parties),
      evidence: try fields.decode(NonEmpty<ByteRange>.self, forKey: .evidence),
      terms: try ranges(.terms), stickingPoints: try ranges(.stickingPoints),
      nextSteps: try ranges(.nextSteps))
  }
}
