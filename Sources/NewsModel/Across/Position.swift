public import Primitives

/// Where a holder stands towards a target, over time.
public struct Position: Hashable, Sendable {
  /// One stance that an article shows.
  public struct Dated: Hashable, Sendable {
    /// Which way it goes.
    public let polarity: Polarity
    /// The words that show it.
    public let passage: Passage
    /// The day on which the article was published; nil when it does not say.
    public let day: CivilDate?
    /// The text that the article was made from.
    public let origin: OriginID

    /// Creates a dated stance.
    public init(polarity: Polarity, passage: Passage, day: CivilDate?, origin: OriginID) {
      self.polarity = polarity
      self.passage = passage
      self.day = day
      self.origin = origin
    }
  }

  /// A change from one side to the other between two days.
  public struct Reversal: Hashable, Sendable {
    /// The last stance before it.
    public let before: Dated
    /// The first stance after it.
    public let after: Dated

    /// Creates a reversal.
    public init(before: Dated, after: Dated) {
      self.before = before
      self.after = after
    }
  }

  /// Who holds it.
  public let holder: EntityID
  /// Towards whom or what.
  public let target: EntityID
  /// Every stance, earliest first, undated ones last.
  public let stances: NonEmpty<Dated>
  /// The changes of side, earliest first.
  public let reversals: [Reversal]
  /// The articles that mention holder and target and were published after the last stance: it is not in them.
  public let silentAfter: [ArticleID]

  /// Creates a position.
  public init(
    holder: EntityID, target: EntityID, stances: NonEmpty<Dated>, reversals: [Reversal],
    silentAfter: [ArticleID]
  ) {
    self.holder = holder
    self.target = target
    self.stances = stances
    self.reversals = reversals
    self.silentAfter = silentAfter
  }

  /// The newest stance that takes a side, else the newest; dated ones before undated ones.
  public var newest: Dated {
    let dated = stances.filter { $0.day != nil }
    let known = dated.isEmpty ? Array(stances) : dated
    return known.last { $0.polarity != .neutral } ?? known.last ?? stances.first
  }
}
