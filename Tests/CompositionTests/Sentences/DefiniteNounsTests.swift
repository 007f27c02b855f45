import NewsModel
import Primitives
import Testing

@testable import Composition

struct DefiniteNounsTests {
  /// Whether the second sentence of an invented article leans on the first.
  private func leans(_ second: String, after first: String, topic: String = "Portmere") throws
    -> Bool
  {
    var builder = EvidenceBuilder()
    var draft = EvidenceBuilder.Draft(
      "a", outlet: "The Quay", published: "2023-06-01", first, second)
    draft.entity("line", .organisation, mentions: "Grey Line")
    if second.contains("Grey Line") { draft.entities[0].mentions.append("Grey Line#2") }
    builder.names = ["line": "Grey Line"]
    builder.drafts = [draft]
    let evidence = try builder.build()
    let filed = try #require(evidence.articles.first)
    let naming = Naming(evidence.articles, profiles: evidence.profiles)
    let name = UTF8Text(topic)
    let nouns = DefiniteNouns(
      filed, subject: WordScanner.words(of: name, in: name.fullRange).contentWords,
      references: ReferenceIndex(filed, naming: naming), history: WordHistory(filed))
    let range = try filed.text.find(second)
    return nouns.lean(WordScanner.words(of: filed.text, in: range))
  }

  @Test(arguments: [
    "Divers searched all night for the barge.", "Nobody had asked for the licence before May.",
    "The firm opens an office on the quay in May.", "Two clerks say the driver left by sea.",
    "Nobody had seen the entire barge before May.", "Divers blamed the extremist group.",
  ])
  func `a bare noun that was brought in before leans on it`(second: String) throws {
    #expect(
      try leans(second, after: "Grey Line sent a barge without a licence; a firm owned it."))
  }

  @Test(arguments: [
    "Divers searched for the barge of the harbour master.",
    "Divers from Grey Line said the company would pay.", "The barge Nelly was found at dawn.",
    "Divers found a rope, and the rope was new.",
  ])
  func `a noun that the sentence itself tells apart does not`(second: String) throws {
    #expect(
      try !leans(second, after: "Grey Line sent a barge without a licence; a firm owned it."))
  }

  @Test func `a deed, a report and an epithet that were told before lean on it`() throws {
    let first =
      "Bea Orr of Grey Line made remarks on a Portmere report; a senator from Lowick agreed."
    #expect(try leans("Divers found that Orr's remarks came in the wake of a storm.", after: first))
    #expect(try leans("Nobody had read the Portmere report, divers said in May.", after: first))
    #expect(try leans("The Lowick senator left by sea in the month of May.", after: first))
    #expect(
      try leans(
        "Nobody heard from the Department before the month of May.",
        after: "The Portmere Department of Ferries of Grey Line met in May."))
    #expect(try !leans("Divers found that Orr's boat came in the wake of a storm.", after: first))
    #expect(try !leans("Divers feared for the economy of Portmere and the police.", after: first))
  }

  @Test func `what the topic is named after is known`() throws {
    let first = "Grey Line sent a barge."
    #expect(try leans("Divers searched for the barge.", after: first))
    #expect(try !leans("Divers searched for the barge.", after: first, topic: "Barge in Portmere"))
  }
}
