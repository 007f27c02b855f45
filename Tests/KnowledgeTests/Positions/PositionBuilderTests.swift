import NewsModel
import Primitives
import Testing

@testable import Knowledge

struct PositionBuilderTests {
  private let council = EntityID("council")
  private let tunnel = EntityID("tunnel")

  private func article(
    _ id: String, _ day: String, _ polarities: Polarity..., isCopy: Bool = false
  ) -> FiledArticle {
    FiledSample.article(
      id, day, "The council speaks of the tunnel.\nIt speaks again.",
      entities: [(council, .organisation), (tunnel, .programme)], isCopy: isCopy
    ) { _, analysis in
      analysis.stances = polarities.enumerated().map { place, polarity in
        Stance(
          holder: EntityIndex(0), target: EntityIndex(1), polarity: polarity,
          evidence: analysis.sentences[place])
      }
    }
  }

  private func position(_ articles: FiledArticle...) -> Position? {
    PositionBuilder().positions(in: articles).first
  }

  @Test func `a change between two days is a reversal`() {
    let found = position(
      article("b", "2024-03-05", .against), article("a", "2024-03-01", .for))
    #expect(found?.reversals.count == 1)
    #expect(found?.reversals.first?.before.polarity == .for)
    #expect(found?.newest.polarity == .against)
  }

  @Test func `both sides on one day are no reversal, and neutral words change nothing`() {
    #expect(position(article("a", "2024-03-01", .for, .against))?.reversals.isEmpty == true)
    let neutral = position(
      article("a", "2024-03-01", .for), article("b", "2024-03-02", .neutral))
    #expect(neutral?.reversals.isEmpty == true)
    #expect(neutral?.newest.polarity == .for)
  }

  @Test func `a copy shows no stance of its own`() {
    let found = position(
      article("a", "2024-03-01", .for), article("b", "2024-03-05", .against, isCopy: true))
    #expect(found?.stances.elements.count == 1)
  }

  @Test func `later articles that mention both are counted as silence`() {
    let found = position(article("a", "2024-03-01", .for), article("b", "2024-03-05"))
    #expect(found?.silentAfter == [ArticleID("b")])
  }
}
