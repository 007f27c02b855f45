import NewsModel
import Primitives
import Testing

@testable import Composition

struct MapTests {
  private func evidence(_ countries: [String: String]) throws -> TopicEvidence {
    var builder = EvidenceBuilder()
    builder.names = ["fr": "France", "jp": "Japan", "tunnel": "Harbour Tunnel"]
    builder.countries = countries
    var draft = EvidenceBuilder.Draft(
      "a", outlet: "The Quay", published: "2023-06-01",
      "France opposes the Harbour Tunnel in the bay of Portmere for good reasons.",
      "Japan supports the Harbour Tunnel in the bay of Portmere for other reasons.")
    draft.entity("fr", .government, mentions: "France")
    draft.entity("jp", .government, mentions: "Japan")
    draft.entity("tunnel", .programme, mentions: "Harbour Tunnel", "Harbour Tunnel#2")
    draft.stances = [
      ("fr", "tunnel", .against, "France opposes the Harbour Tunnel"),
      ("jp", "tunnel", .for, "Japan supports the Harbour Tunnel"),
    ]
    builder.drafts = [draft]
    return try builder.build()
  }

  @Test func `countries are marked where they stand, with a table beside`() throws {
    let dossier = DossierComposer().compose(try evidence(["fr": "FR", "jp": "JP"]))
    let map = try #require(dossier.graphics.first { $0.id == "map" })
    #expect(map.title.text == "France is against the Harbour Tunnel, Japan is for")
    #expect(map.table.rows.count == 2)
    #expect(map.svg.contains("country-against") && map.svg.contains("country-for"))
    for text in map.citedTexts where text.text.contains(", 1 June") {
      #expect(map.svg.contains("#s-\(text.id)"))
    }
  }

  @Test func `one country draws no map`() throws {
    let dossier = DossierComposer().compose(try evidence(["fr": "FR"]))
    #expect(!dossier.graphics.contains { $0.id == "map" })
  }

  @Test func `the world has its countries within the drawing`() {
    #expect(WorldMap.countries.count > 170)
    for (code, country) in WorldMap.countries {
      #expect((0...SVGDrawing.width).contains(country.x), "\(code)")
      #expect((0...WorldMap.height).contains(country.y), "\(code)")
    }
  }

  @Test func `labels cover neither marks nor one another`() {
    var placer = LabelPlacer(width: 680, height: 300)
    let marks = [(100.0, 100.0), (112.0, 100.0), (105.0, 112.0), (670.0, 290.0)]
    for (x, y) in marks { placer.reserve(x: x, y: y, radius: 6) }
    let boxes = marks.map { x, y in placer.place(width: 60, height: 15, x: x, y: y) }
    for (index, a) in boxes.enumerated() {
      #expect(a.x >= 0 && a.x + 60 <= 680 && a.y >= 0 && a.y + 15 <= 300)
      for b in boxes.dropFirst(index + 1) {
        #expect(abs(a.x - b.x) >= 60 || abs(a.y - b.y) >= 15)
      }
      for (x, y) in marks {
        #expect(x + 6 <= a.x || x - 6 >= a.x + 60 || y + 6 <= a.y || y - 6 >= a.y + 15)
      }
    }
  }
}
