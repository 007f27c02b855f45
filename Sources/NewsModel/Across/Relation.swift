public import Primitives

/// What links one entity to another, with the sentences that show it.
public struct Relation: Hashable, Sendable {
  /// How they are linked.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    /// The one is against the other.
    case against
    /// The one is for the other.
    case `for`
    /// The one speaks of the other.
    case speaksOf
    /// Both take part in what happened or is to happen.
    case takesPartWith
    /// Both are parties to a programme.
    case partnersIn

    /// Orders by name.
    public static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
  }

  /// The one.
  public let from: EntityID
  /// The other; where neither comes first, the later name.
  public let to: EntityID
  /// How they are linked.
  public let kind: Kind
  /// The words that show it, one place an article, the newest first; copies left out.
  public let passages: NonEmpty<Passage>
  /// From how many texts they are; copies of one text count once.
  public let originCount: Int

  /// Creates a relation.
  public init(
    from: EntityID, to: EntityID, kind: Kind, passages: NonEmpty<Passage>, originCount: Int
  ) {
    self.from = from
    self.to = to
    self.kind = kind
    self.passages = passages
    self.originCount = originCount
  }
}
