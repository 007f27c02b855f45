import NewsModel
import Primitives
import Testing

@testable import Composition

struct WhyQuestionTests {
  private func questions(_ sentence: String, effect: String, cause: String) throws -> [String] {
    var builder = EvidenceBuilder()
    builder.names = ["union": "Ferry Union"]
    var draft = EvidenceBuilder.Draft(
      "a", outlet: "The Quay", published: "2023-06-01", sentence,
      "Portmere and the Ferry Union met, and nobody from the Ferry Union spoke.")
    draft.entity("union", .organisation, mentions: "Ferry Union#2", "Ferry Union#3")
    draft.entities[0].mentions.append("Ferry Union")
    draft.reasons = [(.cause, "because", effect, cause)]
    builder.drafts = [draft]
    return DossierComposer().compose(try builder.build()).questions.map(\.question)
  }

  @Test(arguments: [
    (
      "Ferry Union opposes the harbour tunnel between the piers because jobs would be lost.",
      "Ferry Union opposes the harbour tunnel between the piers", "jobs would be lost",
      "Why does the Ferry Union oppose the harbour tunnel between the piers?"
    ),
    (
      "The Ferry Union was unable to sail to Portmere because of high winds in the bay.",
      "The Ferry Union was unable to sail to Portmere", "high winds in the bay",
      "Why was the Ferry Union unable to sail to Portmere?"
    ),
    (
      "Ferry Union withdrew all ships from Portmere due to high winds in the bay.",
      "Ferry Union withdrew all ships from Portmere", "high winds in the bay",
      "Why did the Ferry Union withdraw all ships from Portmere?"
    ),
  ])
  func `a sentence with a reason asks why in its own words`(
    sentence: String, effect: String, cause: String, question: String
  ) throws {
    #expect(try questions(sentence, effect: effect, cause: cause).contains(question))
  }

  @Test(arguments: [
    (
      "Ferry Union opposes it, as members said in Portmere, because jobs would be lost there.",
      "Ferry Union opposes it", "jobs would be lost there"
    ),
    (
      "Ferry Union said that the tunnel would not be built because the town has no money.",
      "Ferry Union said that the tunnel would not be built", "the town has no money"
    ),
    (
      "Ferry Union closed all of the piers on Tuesday because the water was far too high.",
      "Ferry Union closed all of the piers on Tuesday", "the water was far too high"
    ),
  ])
  func `nothing is asked with a pronoun, a speaker or a day in it`(
    sentence: String, effect: String, cause: String
  ) throws {
    let all = try questions(sentence, effect: effect, cause: cause)
    #expect(!all.contains { $0.hasPrefix("Why") })
  }
}
