import NewsModel
import Primitives
import Testing

struct DecisionOverlayTests {
  private let one = EntityID("one")
  private let two = EntityID("two")
  private let three = EntityID("three")
  private let article = ArticleID("a")

  private func overlay(_ acts: Decision.Act...) -> DecisionOverlay {
    DecisionOverlay(
      acts.enumerated().map { place, act in
        RecordedDecision(
          number: place + 1,
          decision: Decision(
            act, editor: "Desk", reason: nil, made: CivilTime(secondsSinceEpoch: 0)),
          digest: "\(place)")
      })
  }

  @Test func `merges are followed to their end`() {
    let laid = overlay(.merge(one, into: two), .merge(two, into: three))
    #expect(laid.entity(one, in: article) == three)
    #expect(Set(laid.sources(of: three)) == [one, two, three])
  }

  @Test func `a circle of merges ends, at the same name for all in it`() {
    let laid = overlay(.merge(one, into: two), .merge(two, into: three), .merge(three, into: one))
    #expect(Set([one, two, three].map { laid.entity($0) }) == [one])
  }

  @Test func `a split holds in its articles only`() {
    let laid = overlay(.split(one, articles: [article], name: "Other"))
    let other = laid.entity(one, in: article)
    #expect(other != one)
    #expect(laid.entity(one, in: ArticleID("b")) == one)
    #expect(laid.sources(of: other) == [one])
  }

  @Test func `what is undone holds no more, and the undoing can be undone`() {
    #expect(overlay(.merge(one, into: two), .undo(1)).merged.isEmpty)
    #expect(overlay(.merge(one, into: two), .undo(1), .undo(2)).merged == [one: two])
  }

  @Test func `later names win, hidden topics go, pinned ones stand first`() {
    func topic(_ id: String) -> Topic {
      Topic(
        id: TopicID(id), name: id, stories: [], articles: [],
        trend: Trend(binDays: 1, bins: [], origins: 0, outlets: 0, burst: 1))
    }
    let laid = overlay(
      .renameTopic(TopicID("b"), name: "Bee"), .renameTopic(TopicID("b"), name: "Buzz"),
      .hideTopic(TopicID("a")), .pinTopic(TopicID("c")))
    #expect(laid.topics([topic("a"), topic("b"), topic("c")]).map(\.name) == ["c", "Buzz"])
  }

  @Test(arguments: [
    Decision.Act.merge(EntityID("x"), into: EntityID("y")),
    .split(EntityID("x"), articles: [ArticleID("a")], name: "Y"),
    .renameEntity(EntityID("x"), name: "Y"), .renameTopic(TopicID("x"), name: "Y"),
    .hideTopic(TopicID("x")), .pinTopic(TopicID("x")), .undo(3),
  ]) func `every act is read as it was written`(act: Decision.Act) throws {
    let decision = Decision(
      act, editor: "Desk", reason: "known", made: CivilTime(secondsSinceEpoch: 86_400))
    let document = try CanonicalJSON.string(decision)
    #expect(try CanonicalJSON.decode(Decision.self, from: document.utf8) == decision)
  }
}
