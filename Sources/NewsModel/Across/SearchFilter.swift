public import Primitives

/// Which sentences a search looks through.
public struct SearchFilter: Hashable, Sendable {
  /// Only articles of this outlet, as the articles name it.
  public var outlet: String?
  /// Only articles published on this day or later.
  public var from: CivilDate?
  /// Only articles published on this day or earlier.
  public var through: CivilDate?
  /// Only articles in which this entity speaks.
  public var speaker: EntityID?
  /// Only articles with a statement on this footing; with a speaker, of that speaker.
  public var footing: Footing?

  /// Creates a filter that lets everything through.
  public init() {}

  /// Whether it asks for statements, which stand in sentences that the index does not know.
  public var asksForStatements: Bool { speaker != nil || footing != nil }
}
