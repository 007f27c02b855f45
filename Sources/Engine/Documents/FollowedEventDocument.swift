import NewsModel
import Primitives

/// What became of an announced happening as JSON, for the command and the API.
public struct FollowedEventDocument: Sendable, Encodable {
  let when: String
  let outcome: FollowedEvent.Outcome
  let articlesAfter: Int
  let announcement: Citation
  let report: Citation?

  /// Makes the document of a followed event.
  public init(_ view: FollowedEventView) {
    when = view.event.when
    outcome = view.event.outcome
    articlesAfter = view.event.articlesAfter
    announcement = view.announcement
    report = view.report
  }
}
