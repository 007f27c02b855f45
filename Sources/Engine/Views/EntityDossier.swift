public import NewsModel
public import Primitives

/// What the library knows of an entity over time: roles, positions, relations.
public struct EntityDossier: Sendable {
  /// A role with its first and its last sighting.
  public struct Role: Sendable {
    /// The role and its days.
    public let history: RoleHistory
    /// The words of the first sighting.
    public let first: Citation
    /// The words of the last sighting.
    public let last: Citation
    /// The sentence of the last sighting.
    public let sentence: Citation
  }

  /// A link to another entity with its sentences.
  public struct Link: Sendable {
    /// The relation.
    public let relation: Relation
    /// The other entity.
    public let other: EntityProfile
    /// The sentences that show it, the newest first.
    public let sentences: NonEmpty<Citation>
  }

  /// The entity.
  public let profile: EntityProfile
  /// Its roles, those seen in most articles first.
  public let roles: [Role]
  /// Where it stands, positions with most stances first.
  public let held: [PositionView]
  /// Who stands where towards it.
  public let towards: [PositionView]
  /// What links it to others, links of most texts first.
  public let links: [Link]
}
