public import Primitives

/// A title or office in which articles saw somebody, with its days.
public struct RoleHistory: Hashable, Sendable {
  /// One article that gives the role.
  public struct Sighting: Hashable, Sendable {
    /// The words.
    public let passage: Passage
    /// The day on which the article was published; nil when it does not say.
    public let day: CivilDate?
    /// Whether the article says that it is over ("former", "then").
    public let isFormer: Bool

    /// Creates a sighting.
    public init(passage: Passage, day: CivilDate?, isFormer: Bool) {
      self.passage = passage
      self.day = day
      self.isFormer = isFormer
    }
  }

  /// The role as the articles word it most.
  public let role: String
  /// Every article that gives it, earliest first; copies left out.
  public let sightings: NonEmpty<Sighting>

  /// Creates a history.
  public init(role: String, sightings: NonEmpty<Sighting>) {
    self.role = role
    self.sightings = sightings
  }

  /// The days on which it was seen as held.
  public var held: ClosedRange<CivilDate>? { Self.span(sightings.filter { !$0.isFormer }) }
  /// The days on which it was seen as over.
  public var former: ClosedRange<CivilDate>? { Self.span(sightings.filter(\.isFormer)) }

  private static func span(_ sightings: [Sighting]) -> ClosedRange<CivilDate>? {
    let days = sightings.compactMap(\.day)
    guard let first = days.min(), let last = days.max() else { return nil }
    return first...last
  }
}
