import NewsModel
import Primitives
import Testing

@testable import Composition

struct BecauseQuestionTests {
  private func questions(_ sentence: String) throws -> [String] {
    var builder = EvidenceBuilder()
    builder.names = ["union": "Ferry Union"]
    var draft = EvidenceBuilder.Draft(
      "a", outlet: "The Quay", published: "2023-06-01", sentence,
      "Portmere and the Ferry Union met, and nobody from the Ferry Union spoke.")
    draft.entity("union", .organisation, mentions: "Ferry Union#2", "Ferry Union#3")
    draft.entities[0].mentions.append("Ferry Union")
    builder.drafts = [draft]
    return DossierComposer().compose(try builder.build()).questions.map(\.question)
  }

  @Test func `a sentence with a reason asks why in its own words`() throws {
    let all = try questions(
      "Ferry Union opposes the harbour tunnel between the piers because jobs would be lost.")
    #expect(all.contains("Why does the Ferry Union oppose the harbour tunnel between the piers?"))
  }

  @Test(arguments: [
    "Ferry Union opposes the harbour tunnel between the piers and wants a bridge in Portmere.",
    "Ferry Union opposes it, as members said in Portmere, because jobs would be lost there.",
    "Ferry Union met on the pier of Portmere because the hall of the town was being painted.",
  ])
  func `nothing is asked without a reason, an object or a position`(sentence: String) throws {
    #expect(try !questions(sentence).contains { $0.hasPrefix("Why") })
  }
}
