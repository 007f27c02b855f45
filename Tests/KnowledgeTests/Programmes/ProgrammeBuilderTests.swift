import NewsModel
import Primitives
import Testing

@testable import Knowledge

struct ProgrammeBuilderTests {
  private func article(_ id: String, _ day: String, _ stage: String) -> FiledArticle {
    FiledSample.article(
      id, day, "The tunnel is spoken of by the council.",
      entities: [(EntityID("tunnel"), .programme), (EntityID("council"), .organisation)]
    ) { _, analysis in
      analysis.programmes = [
        Programme(
          entity: EntityIndex(0), stage: stage, parties: [EntityIndex(1)],
          evidence: NonEmpty(analysis.sentences[0]))
      ]
    }
  }

  private func stages(_ articles: FiledArticle...) -> [String] {
    ProgrammeBuilder().histories(in: articles).first?.steps.map(\.stage) ?? []
  }

  @Test func `stages follow one another by publication`() {
    #expect(
      stages(
        article("c", "2024-03-09", "agreed"), article("a", "2024-03-01", "proposed"),
        article("b", "2024-03-02", "proposed")) == ["proposed", "agreed"])
  }

  @Test func `on one day most texts decide`() {
    #expect(
      stages(
        article("a", "2024-03-01", "agreed"), article("b", "2024-03-01", "agreed"),
        article("c", "2024-03-01", "dropped")) == ["agreed"])
  }

  @Test func `the parties are kept`() {
    let history = ProgrammeBuilder().histories(in: [article("a", "2024-03-01", "agreed")]).first
    #expect(history?.parties == [EntityID("council")])
    #expect(history?.current.originCount == 1)
  }
}
