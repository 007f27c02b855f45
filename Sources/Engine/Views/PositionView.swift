public import NewsModel
public import Primitives

/// Where a holder stands towards a target over time, with its citations.
public struct PositionView: Sendable {
  /// One stance with the sentence that shows it.
  public struct Dated: Sendable {
    /// The stance.
    public let stance: Position.Dated
    /// The sentence that shows it.
    public let sentence: Citation
  }

  /// The position.
  public let position: Position
  /// Who holds it.
  public let holder: EntityProfile
  /// Towards whom or what.
  public let target: EntityProfile
  /// Every stance, earliest first.
  public let stances: NonEmpty<Dated>

  /// The newest stance that takes a side, else the newest.
  public var newest: Dated {
    stances.elements.last { $0.stance == position.newest } ?? stances.first
  }
}
