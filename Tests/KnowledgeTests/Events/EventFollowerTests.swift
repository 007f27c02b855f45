import NewsModel
import Primitives
import Testing

@testable import Knowledge

struct EventFollowerTests {
  private let council = EntityID("river-council")

  /// An article of one sentence, which is an event with the council as its participant.
  private func article(
    _ id: String, _ published: String, _ text: String, when: String? = nil,
    status: EventStatus = .scheduled, isAbout: Bool = true
  ) -> FiledArticle {
    let range = ByteRange(0, text.utf8.count)
    let events = when.map {
      [NewsEvent(range: range, when: $0, status: status, participants: [EntityIndex(0)])]
    }
    let analysis = Analysis(
      sentences: [range],
      entities: [
        Entity(id: EntityIndex(0), name: "River Council", kind: .organisation, mentions: [])
      ],
      events: events ?? [])
    let version = Sample.article(id, nil, text, published: published, analysis: analysis).version
    return FiledArticle(
      version: version, analysis: analysis, entities: [isAbout ? council : EntityID("other")],
      origin: OriginID(id), isCopy: false, isCurrent: true, story: nil)
  }

  private var announcement: FiledArticle {
    article(
      "a", "2024-03-01", "The River Council will vote on the new weir on 20 March.",
      when: "2024-03-20")
  }

  private func outcome(_ later: FiledArticle...) -> FollowedEvent? {
    EventFollower().follow([announcement] + later).first
  }

  @Test func `what later articles tell of was held`() {
    let followed = outcome(
      article(
        "b", "2024-03-21", "The River Council voted for the new weir on Wednesday.",
        when: "2024-03-20", status: .happened))
    #expect(followed?.outcome == .held)
    #expect(followed?.report != nil)
  }

  @Test func `a report on something else is none`() {
    let followed = outcome(
      article(
        "b", "2024-03-21", "A football club opened its stadium on Wednesday.",
        when: "2024-03-20", status: .happened, isAbout: false))
    #expect(followed?.outcome == .noReportFound)
    #expect(followed?.articlesAfter == 1)
  }

  @Test func `what was put off is not held`() {
    let followed = outcome(
      article("b", "2024-03-15", "The River Council has postponed its vote on the new weir."))
    #expect(followed?.outcome == .calledOff)
  }

  @Test func `what is to come is ahead`() {
    #expect(outcome()?.outcome == .ahead)
  }

  @Test func `two announcements of one happening are one`() {
    let again = article(
      "b", "2024-03-02", "The River Council votes on the new weir on 20 March.", when: "2024-03-20")
    #expect(EventFollower().follow([announcement, again]).count == 1)
  }
}
