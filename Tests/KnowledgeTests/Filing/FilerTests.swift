import NewsModel
import Primitives
import Testing

@testable import Knowledge

/// Files made-up articles in many orders; the library must always be the same.
struct FilerTests {
  /// What a caller keeps: the records by name, brought up to date by each set of changes.
  private struct Kept: Equatable {
    var origins: [OriginID: Origin] = [:]
    var stories: [StoryID: Story] = [:]
    var topics: [ArticleID: Topic] = [:]

    mutating func apply(_ changes: FilingChanges) {
      for id in changes.goneOrigins { origins[id] = nil }
      for id in changes.goneStories { stories[id] = nil }
      for id in changes.goneTopics { topics[id] = nil }
      for filed in changes.origins { origins[filed.origin.id] = filed.origin }
      for filed in changes.stories { stories[filed.story.id] = filed.story }
      for filed in changes.topics { topics[filed.leader] = filed.topic(TopicID(filed.slug)) }
    }
  }

  private static func next(_ state: inout UInt64, _ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  /// Some forty texts on a few subjects: reports, copies, cut and merged copies, notices under each text.
  private static let articles: [Article] = {
    var state: UInt64 = 7
    var texts: [String] = []
    return (0..<48).map { number in
      let subject = next(&state, 4)
      let day = 1 + subject * 3 + next(&state, 9)
      let kind = next(&state, 5)
      func sentence() -> String {
        (0..<14).map { _ in
          next(&state, 3) == 0
            ? "common\(next(&state, 40))" : "subject\(subject)x\(next(&state, 30))"
        }.joined(separator: " ") + "."
      }
      var lines = (0..<6).map { _ in sentence() }
      if kind > 2, let source = texts.indices.randomPlace(&state) {
        lines = texts[source].split(separator: "\n").map(String.init)
        if kind == 4 { lines = Array(lines.dropLast(2)) + [sentence()] }
      }
      let text = lines.joined(separator: "\n")
      texts.append(text)
      let outlet = "Outlet \(next(&state, 3))"
      return Article(
        id: ArticleID("a\(number)"), outlet: outlet,
        title: "Head \(subject) \(sentence().prefix(30))",
        published: number % 11 == 10
          ? nil : CivilTime(iso8601: "2024-03-\(day < 10 ? "0" : "")\(day)"),
        text: text + "\nThis line stands under all that \(outlet) prints on any day.")
    }
  }()

  private static func filed(_ order: [Int], every batch: Int, replacing: Bool) throws -> Kept {
    // Numbers as they come: an article that is replaced gets another one.
    var byNumber: [Int: Article] = [:]
    let shelf = MemoryShelf { byNumber[$0] }
    var filer = Filer(shelf)
    var kept = Kept()
    var number = 0
    for (count, place) in order.enumerated() {
      if replacing, count % 3 == 0 {
        var draft = articles[place]
        draft.text = articles[order[(count + 5) % order.count]].text
        byNumber[number] = draft
        try filer.add(number, draft)
        if count % 2 == 0 { kept.apply(try filer.finish()) }
        try filer.remove(number)
        number += 1
      }
      byNumber[number] = articles[place]
      try filer.add(number, articles[place])
      number += 1
      if count % batch == batch - 1 { kept.apply(try filer.finish()) }
    }
    kept.apply(try filer.finish())
    return kept
  }

  @Test func `any order of arrival and any number of steps give the same library`() throws {
    let reference = try Self.filed(Array(Self.articles.indices), every: 1000, replacing: false)
    #expect(reference.origins.count < Self.articles.count)
    #expect(reference.stories.count < reference.origins.count)
    var state: UInt64 = 3
    for run in 0..<12 {
      var order = Array(Self.articles.indices)
      for place in order.indices.reversed() {
        order.swapAt(place, Self.next(&state, place + 1))
      }
      let found = try Self.filed(order, every: 1 + run % 4, replacing: run % 2 == 1)
      #expect(found.origins == reference.origins)
      #expect(found.stories == reference.stories)
      #expect(found.topics == reference.topics)
    }
  }
}

extension Range<Int> {
  /// A place in it, by the state of a series; nil when it is empty.
  fileprivate func randomPlace(_ state: inout UInt64) -> Int? {
    guard !isEmpty else { return nil }
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }
}
