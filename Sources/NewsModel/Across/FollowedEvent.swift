/// A happening that was scheduled, and what became of it.
public struct FollowedEvent: Hashable, Sendable {
  /// What later articles tell of a scheduled happening.
  public enum Outcome: String, Hashable, Sendable, Codable {
    /// A later article tells that it took place.
    case held
    /// A later article tells that it was put off or called off.
    case calledOff
    /// Its date is over, and no later article that was read tells of it.
    case noReportFound
    /// Its date is not over yet.
    case ahead
  }

  /// The words that announce it.
  public let announcement: Passage
  /// Its TIMEX3 date as announced.
  public let when: String
  /// What became of it.
  public let outcome: Outcome
  /// The words that tell so; nil where nothing was found.
  public let report: Passage?
  /// How many articles appeared after its date: those that could have told of it.
  public let articlesAfter: Int

  /// Creates a followed event.
  public init(
    announcement: Passage, when: String, outcome: Outcome, report: Passage?, articlesAfter: Int
  ) {
    self.announcement = announcement
    self.when = when
    self.outcome = outcome
    self.report = report
    self.articlesAfter = articlesAfter
  }
}
