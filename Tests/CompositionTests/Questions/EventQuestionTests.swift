import NewsModel
import Primitives
import Testing

@testable import Composition

struct EventQuestionTests {
  private func questions(_ texts: [String], times: [(words: String, value: String)] = []) throws
    -> [FrequentQuestion]
  {
    var builder = EvidenceBuilder()
    for (index, text) in texts.enumerated() {
      var draft = EvidenceBuilder.Draft(
        "a\(index)", outlet: "Outlet \(index)", published: "2023-06-0\(index + 1)", text)
      if index == 0 { draft.times = times }
      builder.drafts.append(draft)
    }
    return DossierComposer().compose(try builder.build()).questions
  }

  private let toll = "How many people were killed?"

  @Test func `the newest toll answers`() throws {
    let found = try questions([
      "Three people were killed when a ferry struck the northern pier of Portmere harbour.",
      "Portmere council said five people were killed when a ferry struck the northern pier of the harbour.",
    ])
    let answer = try #require(found.first { $0.question == toll }).answer
    #expect(answer.first.text.contains("five people"))
  }

  @Test func `a number far from the word is no toll`() throws {
    let found = try questions([
      "Nobody was killed when the ferry, one of 12 that the council bought for the long line to Norrow, sank.",
      "Nobody was killed, Portmere council said, and the 12 ferries of the long line to Norrow sail on today.",
    ])
    #expect(!found.contains { $0.question == toll && $0.answer.first.text.contains("12") })
  }

  @Test func `an aside in one of many reports raises no question`() throws {
    let found = try questions([
      "Three people were killed when a ferry struck the northern pier of Portmere harbour.",
      "Banks in Hallam offered cheap loans to builders who open workshops next spring.",
      "Divers found old cannons near Lowgate while they measured currents for a museum.",
      "Engineers hired by Coastwire warned of soft clay under several streets of Norrow.",
    ])
    #expect(!found.contains { $0.question == toll })
  }
}
