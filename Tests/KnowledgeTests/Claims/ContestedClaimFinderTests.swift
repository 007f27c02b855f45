import NewsModel
import Primitives
import Testing

@testable import Knowledge

struct ContestedClaimFinderTests {
  private let finder = ContestedClaimFinder()

  private func values(_ articles: FiledArticle...) -> [[String]] {
    finder.claims(in: articles).map { $0.answers.map(\.value) }
  }

  @Test func `two figures for one thing on one day are contested`() {
    let claims = finder.claims(in: [
      FiledSample.article(
        "a", "2024-03-01", "A ferry hit the quay in Norrowby and 25 people were hurt."),
      FiledSample.article(
        "b", "2024-03-01", "At Norrowby, 27 people were injured when the ferry hit the quay."),
    ])
    #expect(claims.map { Set($0.answers.map(\.value)) } == [["25", "27"]])
    #expect(claims.first?.relation == .contested)
    #expect(claims.first?.slot == .figure)
  }

  @Test func `a figure of what would be contests none of what is`() {
    #expect(
      values(
        FiledSample.article(
          "a", "2024-03-01", "A ferry hit the quay in Norrowby and 25 people were hurt."),
        FiledSample.article(
          "b", "2024-03-01",
          "At Norrowby, 27 people would be injured if the ferry hit the quay again.")
      ).isEmpty)
  }

  @Test func `two figures of one outlet on one day are no contest`() {
    #expect(
      values(
        FiledSample.article(
          "a", "2024-03-01", "The Norrowby mill fire killed 12 people.", outlet: "Courier"),
        FiledSample.article(
          "b", "2024-03-01", "The Norrowby mill fire killed 13 people.", outlet: "Courier")
      ).isEmpty)
  }

  @Test func `a later figure revises an earlier one`() {
    let claims = finder.claims(in: [
      FiledSample.article("a", "2024-03-01", "The fire at the Norrowby mill killed 3 people."),
      FiledSample.article("b", "2024-03-04", "The mill fire in Norrowby killed 5 people."),
    ])
    #expect(claims.map(\.relation) == [.revised])
  }

  @Test func `rounded and bounded figures agree`() {
    #expect(
      values(
        FiledSample.article("a", "2024-03-01", "The Norrowby mill fire killed at least 12 people."),
        FiledSample.article("b", "2024-03-01", "The fire at the mill in Norrowby killed 15 people.")
      ).isEmpty)
  }

  @Test func `copies of one text contest nothing`() {
    #expect(
      values(
        FiledSample.article("a", "2024-03-01", "The Norrowby mill fire killed 12 people."),
        FiledSample.article(
          "b", "2024-03-01", "The Norrowby mill fire killed 13 people.", isCopy: true, origin: "a")
      ).isEmpty)
  }

  @Test(arguments: [
    "The fire at the Norrowby mill killed 5 firemen, including 2 people from Tollbridge.",
    "Nine of the people killed in the Norrowby mill fire were firemen.",
    "In a decade 40 people were killed in fires like that of the Norrowby mill.",
    "The Norrowby mill fire cost 5 million pounds.",
    "The mill in Norrowby was built for 50 people.",
  ]) func `figures of parts and of other things contest nothing`(other: String) {
    let second = FiledSample.article("b", "2024-03-01", other) { text, analysis in
      if let decade = FiledSample.range(of: "a decade", in: text) {
        analysis.times = [TimeExpression(range: decade, type: .duration, value: "P10Y")]
      }
    }
    #expect(
      values(
        FiledSample.article("a", "2024-03-01", "The fire at the Norrowby mill killed 12 people."),
        second
      ).isEmpty)
  }

  @Test func `blame on two is contested when two voices lay it`() {
    let east = EntityID("Easton")
    let west = EntityID("Weston")
    func article(_ id: String, _ text: String) -> FiledArticle {
      FiledSample.article(
        id, "2024-03-01", text, entities: [(east, .organisation), (west, .organisation)])
    }
    let claims = finder.claims(in: [
      article("a", "The harbour board blamed Weston for the leak of oil into the bay on Friday."),
      article("b", "Fishermen blamed Easton for the leak of oil into the harbour bay on Friday."),
    ])
    #expect(claims.map(\.slot) == [.responsibility])
    #expect(Set(claims.first?.answers.map(\.value) ?? []) == ["Weston", "Easton"])
  }

  @Test func `what one denies and another asserts stands side by side`() {
    let mill = EntityID("Mill")
    let denial = FiledSample.article(
      "a", "2024-03-01",
      "The Mill denied that workers were locked inside the spinning hall during the fire.",
      entities: [(mill, .organisation)]
    ) { text, analysis in
      guard let cue = FiledSample.range(of: "denied", in: text),
        let source = FiledSample.range(of: "The Mill", in: text),
        let content = FiledSample.range(
          of: "that workers were locked inside the spinning hall during the fire", in: text)
      else { return }
      analysis.statements = [
        Statement(
          id: "s0", speaker: EntityIndex(0), source: [source], cue: [cue],
          content: NonEmpty(content), form: .indirect, footing: .named)
      ]
    }
    let assertion = FiledSample.article(
      "b", "2024-03-01",
      "Workers were locked inside the spinning hall during the fire, a survivor wrote.")
    let claims = finder.claims(in: [denial, assertion])
    #expect(claims.map(\.slot) == [.status])
    #expect(Set(claims.first?.answers.map(\.value) ?? []) == ["denied", "asserted"])
  }

  @Test func `the order of arrival does not matter`() {
    let articles = [
      FiledSample.article("a", "2024-03-01", "The fire at the Norrowby mill killed 3 people."),
      FiledSample.article("b", "2024-03-01", "The mill fire in Norrowby killed 5 people."),
      FiledSample.article("c", "2024-03-02", "In Norrowby the mill fire killed 6 people."),
    ]
    #expect(finder.claims(in: articles) == finder.claims(in: articles.reversed()))
  }
}
