public import Primitives

/// A day of a topic, how much it matters, and the sentences that tell what happened on it.
public struct TimelineEntry: Hashable, Sendable {
  /// The day.
  public let day: CivilDate
  /// How much the articles make of the day; only the order within one timeline means something.
  public let score: Double
  /// The sentences, the most telling first; none repeats another.
  public let sentences: NonEmpty<Passage>

  /// Creates an entry.
  public init(day: CivilDate, score: Double, sentences: NonEmpty<Passage>) {
    self.day = day
    self.score = score
    self.sentences = sentences
  }
}
