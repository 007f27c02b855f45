public import NewsModel
public import Primitives

/// A day of a timeline with its sentences as citations.
public struct TimelineView: Sendable {
  /// The day and its weight.
  public let entry: TimelineEntry
  /// The sentences, the most telling first.
  public let citations: NonEmpty<Citation>
}
