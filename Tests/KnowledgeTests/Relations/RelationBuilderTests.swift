import NewsModel
import Primitives
import Testing

@testable import Knowledge

struct RelationBuilderTests {
  private let council = EntityID("Council")
  private let union = EntityID("Union")
  private let quay = EntityID("Quay")

  private func article(_ id: String, isCopy: Bool = false) -> FiledArticle {
    FiledSample.article(
      id, "2024-03-01", "The Council said the Union had met it at Quay.",
      entities: [(council, .organisation), (union, .organisation), (quay, .place)], isCopy: isCopy
    ) { text, analysis in
      guard let source = FiledSample.range(of: "The Council", in: text),
        let cue = FiledSample.range(of: "said", in: text),
        let content = FiledSample.range(of: "the Union had met it at Quay", in: text)
      else { return }
      analysis.statements = [
        Statement(
          id: "s0", speaker: EntityIndex(0), source: [source], cue: [cue],
          content: NonEmpty(content), form: .indirect, footing: .named)
      ]
      analysis.events = [
        NewsEvent(
          range: analysis.sentences[0], when: "2024-02-28", status: .happened,
          participants: [EntityIndex(0), EntityIndex(1), EntityIndex(2)])
      ]
    }
  }

  @Test func `speech and common events link, places and mere mention do not`() {
    let relations = RelationBuilder().relations(of: council, in: [article("a")])
    #expect(Set(relations.map(\.kind)) == [.speaksOf, .takesPartWith])
    #expect(relations.allSatisfy { $0.to != quay && $0.from != quay })
    #expect(RelationBuilder().relations(of: quay, in: [article("a")]).isEmpty)
  }

  @Test func `copies count once`() {
    let relations = RelationBuilder().relations(
      of: union, in: [article("a"), article("b", isCopy: true)])
    #expect(relations.allSatisfy { $0.originCount == 1 && $0.passages.elements.count == 1 })
  }
}
