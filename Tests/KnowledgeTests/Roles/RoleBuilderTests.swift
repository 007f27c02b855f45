import NewsModel
import Primitives
import Testing

@testable import Knowledge

struct RoleBuilderTests {
  private let marsh = EntityID("Marsh")

  private func article(_ id: String, _ day: String, _ text: String, _ description: String)
    -> FiledArticle
  {
    FiledSample.article(id, day, text, entities: [(marsh, .person)]) { bytes, analysis in
      let range = FiledSample.range(of: description, in: bytes)
      analysis.entities = [
        Entity(
          id: EntityIndex(0), name: "Marsh", kind: .person,
          mentions: analysis.entities[0].mentions, descriptions: range.map { [$0] } ?? [])
      ]
    }
  }

  @Test func `a role is seen from its first to its last day, then as former`() throws {
    let roles = RoleBuilder().roles(
      of: marsh,
      in: [
        article("c", "2024-05-01", "The former Harbour Master Marsh spoke.", "Harbour Master"),
        article("a", "2024-01-01", "Harbour Master Marsh spoke.", "Harbour Master"),
        article("b", "2024-02-01", "Marsh, the harbour master, spoke.", "the harbour master"),
      ])
    let role = try #require(roles.first)
    #expect(roles.count == 1)
    #expect(role.role == "Harbour Master")
    #expect(role.held?.lowerBound.description == "2024-01-01")
    #expect(role.held?.upperBound.description == "2024-02-01")
    #expect(role.former?.lowerBound.description == "2024-05-01")
  }

  @Test func `any text may stand before a description`() {
    for count in 0..<12 {
      let text = String(repeating: "é—漢", count: count) + " the harbour master Marsh spoke."
      let roles = RoleBuilder().roles(
        of: marsh, in: [article("a", "2024-01-01", text, "harbour master")])
      #expect(roles.map(\.role) == ["harbour master"])
    }
  }

  @Test func `a sentence about somebody is no role`() {
    let text = "Marsh, who had come by the morning ferry from the other side of the bay, spoke."
    let long = "who had come by the morning ferry from the other side of the bay"
    #expect(RoleBuilder().roles(of: marsh, in: [article("a", "2024-01-01", text, long)]).isEmpty)
  }
}
