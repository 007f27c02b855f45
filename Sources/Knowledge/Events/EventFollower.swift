public import NewsModel
import Primitives

/// Follows what was scheduled through the later articles: held, called off, or no report found.
///
/// A report must share a participant and telling words with the announcement, and its date must fall into the announced one. Where
/// nothing fits it says so and counts the articles that could have told; it never concludes that nothing happened.
public struct EventFollower: Sendable {
  /// The least cosine of the telling words of announcement and report.
  private static let likeness: Float = 0.2
  /// A report may date the happening a day off: zones of the clock, and evenings.
  private static let slack = 1

  /// Creates a follower.
  public init() {}

  /// What became of each happening that some articles announce, by its date; the first announcement of each stands.
  /// - Complexity: O(length of the articles + announcements · later articles that name one of their participants).
  public func follow(_ articles: [FiledArticle]) -> [FollowedEvent] {
    let dated = articles.filter { !$0.isCopy && $0.isCurrent }.compactMap { filed in
      filed.version.article.published.map { (filed: filed, day: $0.date) }
    }.sorted { ($0.day, $0.filed.version.id) < ($1.day, $1.filed.version.id) }
    let reader = FollowUpReader(dated.map(\.filed))
    var found: [FollowedEvent] = []
    var told: [AnnouncedEvent] = []
    for (index, entry) in dated.enumerated() {
      for event in entry.filed.analysis.events where event.status == .scheduled {
        guard let announced = reader.announced(event, in: index),
          announced.days.upperBound > entry.day,
          !told.contains(where: { reader.isSame($0, announced, likeness: Self.likeness) })
        else { continue }
        told.append(announced)
        found.append(followed(announced, event, dated, from: index, reader))
      }
    }
    return found.sorted { ($0.when, $0.announcement) < ($1.when, $1.announcement) }
  }

  private func followed(
    _ announced: AnnouncedEvent, _ event: NewsEvent,
    _ dated: [(filed: FiledArticle, day: CivilDate)], from index: Int, _ reader: FollowUpReader
  ) -> FollowedEvent {
    var held: (passage: Passage, likeness: Float)?
    var off: (passage: Passage, likeness: Float)?
    for later in reader.articles(naming: announced.participants, from: index) {
      let entry = dated[later]
      if later > index,
        let report = reader.callingOff(announced, in: later, least: Self.likeness),
        off.map({ $0.likeness < report.likeness }) ?? true
      {
        off = report
      }
      guard entry.day >= announced.days.lowerBound.adding(days: -Self.slack) else { continue }
      if let report = reader.report(announced, in: later, slack: Self.slack, least: Self.likeness),
        held.map({ $0.likeness < report.likeness }) ?? true
      {
        held = report
      }
    }
    let after = dated.filter { $0.day > announced.days.upperBound }.count
    let outcome: FollowedEvent.Outcome =
      held != nil ? .held : off != nil ? .calledOff : after > 0 ? .noReportFound : .ahead
    return FollowedEvent(
      announcement: announced.passage, when: event.when, outcome: outcome,
      report: (held ?? off)?.passage, articlesAfter: after)
  }
}
