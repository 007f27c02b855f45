import NewsModel
import Primitives
import Testing

@testable import Knowledge

struct StoryBuilderTests {
  static let ferry = [
    Sample.article(
      "f1", "Ferry runs aground off Cape Mallow", OriginLinkerTests.wire, outlet: "Coast Star",
      published: "2024-03-01"),
    Sample.article(
      "f2", "Passengers of grounded ferry spend night in school", OriginLinkerTests.sameEvent,
      outlet: "Harbour Times", published: "2024-03-02"),
  ]
  static let bread = Sample.article(
    "b1", "Bread dearer by a tenth", OriginLinkerTests.otherEvent, outlet: "Harbour Times",
    published: "2024-03-02")

  private func stories(_ articles: [AnalysedArticle]) throws -> [Story] {
    try Organiser().organise(articles).stories
  }

  @Test func `two outlets on one happening make one story`() throws {
    #expect(
      try stories(Self.ferry + [Self.bread]).map { $0.articles.map(\.rawValue) } == [
        ["f1", "f2"], ["b1"],
      ])
  }

  @Test func `a story spans the days of its articles`() throws {
    let story = try #require(try stories(Self.ferry).first)
    #expect(story.firstDay?.description == "2024-03-01")
    #expect(story.lastDay?.description == "2024-03-02")
  }

  @Test func `the same words years later are another happening`() throws {
    let later = Sample.article(
      "f9", "Passengers of stranded ferry spend night in a hall", OriginLinkerTests.sameEvent,
      outlet: "Harbour Times", published: "2031-11-05")
    #expect(try stories([Self.ferry[0], later]).count == 2)
  }

  @Test func `a copy is in the story of its original`() throws {
    let copy = Sample.article(
      "c1", "Ferry stuck", OriginLinkerTests.wire, outlet: "Evening Post", published: nil)
    let all = try stories(Self.ferry + [copy])
    #expect(all.map { $0.articles.map(\.rawValue) } == [["f1", "f2", "c1"]])
  }

  @Test func `a story of articles without headlines has a name`() throws {
    let story = try stories([Sample.article("x", nil, "Nothing is known.")])
    #expect(story.map(\.headline) == ["Untitled article"])
  }

  @Test func `copies do not decide which headline is shown`() throws {
    let copies = (0..<5).map { index in
      Sample.article(
        "z\(index)", "Ferry stuck", OriginLinkerTests.wire, outlet: "Outlet \(index)",
        published: "2024-03-03")
    }
    #expect(
      try stories(Self.ferry + copies).map(\.headline) == ["Ferry runs aground off Cape Mallow"])
  }
}
