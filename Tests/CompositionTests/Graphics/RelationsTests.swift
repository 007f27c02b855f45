import NewsModel
import Primitives
import Testing

@testable import Composition

struct RelationsTests {
  /// A tunnel that a union is against and a mayor is for, and of which a banker speaks.
  private func evidence() throws -> TopicEvidence {
    var builder = EvidenceBuilder()
    builder.names = [
      "union": "Ferry Union", "mayor": "Ada Quill", "tunnel": "Harbour Tunnel", "banker": "Ben Orr",
      "relay": "The Gazette",
    ]
    var draft = EvidenceBuilder.Draft(
      "a", outlet: "The Quay", published: "2023-06-01",
      "Ferry Union opposes the Harbour Tunnel because it would end the crossings.",
      "Ada Quill supports the Harbour Tunnel and wants work on it to begin in the spring.",
      "Ben Orr said the Harbour Tunnel would cost each household in Portmere far too much.",
      "The Gazette reported that the Harbour Tunnel would need two more years of planning.")
    draft.entity("union", .organisation, mentions: "Ferry Union")
    draft.entity("mayor", .person, mentions: "Ada Quill")
    draft.entity("banker", .person, mentions: "Ben Orr")
    draft.entity("relay", .organisation, mentions: "The Gazette")
    draft.entity("tunnel", .programme, mentions: "Harbour Tunnel and", "Harbour Tunnel would cost")
    draft.stances = [
      ("union", "tunnel", .against, "Ferry Union opposes the Harbour Tunnel"),
      ("mayor", "tunnel", .for, "Ada Quill supports the Harbour Tunnel"),
    ]
    draft.statements = [
      (
        "banker", "Ben Orr", "said",
        "the Harbour Tunnel would cost each household in Portmere far too much", .named
      ),
      (
        "relay", "The Gazette", "reported",
        "that the Harbour Tunnel would need two more years of planning", .outlet
      ),
    ]
    builder.drafts = [draft]
    return try builder.build()
  }

  @Test func `stances come first, then who speaks about whom; a relaying outlet takes no part`()
    throws
  {
    let material = Material(try evidence())
    let relations = Relations(material, stances: StanceIndex(material)).all
    #expect(
      relations.map { "\($0.from) \($0.kind.words) \($0.to)" } == [
        "mayor for tunnel", "union against tunnel", "banker speaks of tunnel",
      ])
  }

  @Test func `every line of the map leads to a sentence`() throws {
    let dossier = DossierComposer().compose(try evidence())
    let graphic = try #require(dossier.graphics.first { $0.id == "relations" })
    #expect(graphic.table.rows.count == 3)
    let names = Set(graphic.table.citedTexts.map { "#s-\($0.id)" })
    let links = graphic.svg.split(separator: "href=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
    #expect(links.count == 3)
    #expect(links.allSatisfy(names.contains))
    #expect(graphic.title.text == "Harbour Tunnel is spoken of most: by all three speakers")
  }
}
