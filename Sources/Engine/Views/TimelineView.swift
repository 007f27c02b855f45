public import NewsModel
public import Primitives

/// A day of a timeline with its sentences as citations.
public struct TimelineView: Sendable {
  /// The day and its weight.
  public let entry: TimelineEntry
  /// The sentences, the most telling first.
  public let citations: NonEmpty<Citation>
}

/// A scheduled happening and what became of it, with its citations.
public struct FollowedEventView: Sendable {
  /// What was found.
  public let event: FollowedEvent
  /// The words that announce it.
  public let announcement: Citation
  /// The words that tell what became of it.
  public let report: Citation?
}
