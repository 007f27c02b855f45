import NewsModel
import Primitives
import Testing

@testable import Composition

struct DisputedTests {
  private func disputed(_ sentence: String, content: String) throws -> Bool {
    var builder = EvidenceBuilder()
    builder.names = ["union": "Ferry Union"]
    var draft = EvidenceBuilder.Draft(
      "a", outlet: "The Quay", published: "2023-06-01",
      "Portmere council approved a harbour tunnel between the old piers for cyclists.",
      "Engineers hired by Coastwire warned of soft clay under several streets of Norrow.",
      "Banks in Hallam offered cheap loans to builders who open workshops next spring.",
      "Divers found old cannons near Lowgate while they measured currents for a museum.", sentence)
    draft.entity("union", .organisation, mentions: "Ferry Union")
    draft.statements = [("union", "Ferry Union", "denied", content, .named)]
    builder.drafts = [draft]
    return DossierComposer().compose(try builder.build()).explainer
      .contains { $0.kind == .disputed }
  }

  @Test func `a denied claim is disputed`() throws {
    #expect(
      try disputed(
        "Ferry Union denied reports that 12 ferries to Portmere, Hallam and Norrow would stop next winter because of high costs.",
        content: "reports that 12 ferries to Portmere, Hallam and Norrow would stop next winter"))
  }

  @Test func `a thing that is denied to somebody is no dispute`() throws {
    #expect(
      try !disputed(
        "Ferry Union denied four ships of the Portmere line a berth at the northern pier.",
        content: "four ships of the Portmere line a berth at the northern pier"))
  }
}
