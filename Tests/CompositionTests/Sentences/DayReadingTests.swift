import NewsModel
import Primitives
import Testing

@testable import Composition

struct DayReadingTests {
  /// How an article dated on a Saturday is shown that says "on Sunday", beside others of its topic.
  private func shown(_ others: [(published: String, value: String)]) throws -> [String] {
    var builder = EvidenceBuilder()
    var draft = EvidenceBuilder.Draft(
      "a", outlet: "The Quay", published: "2023-06-03",
      "A barge sank in the harbour of Portmere on Sunday with nobody on board, harbour staff said.")
    draft.times = [("on Sunday", "2023-05-28")]
    builder.drafts = [draft]
    for (index, other) in others.enumerated() {
      var more = EvidenceBuilder.Draft(
        "b\(index)", outlet: "Other \(index)", published: other.published,
        "Divers were looking for a barge on that day off the harbour wall of Portmere.")
      more.times = [("on that day", other.value)]
      builder.drafts.append(more)
    }
    let dossier = DossierComposer().compose(try builder.build())
    return dossier.explainer.flatMap { $0.blocks.flatMap(\.texts.elements) }.map(\.text)
  }

  @Test func `a weekday six days back is read as the day after when other articles date that`()
    throws
  {
    let texts = try shown([("2023-06-04", "2023-06-04")])
    #expect(texts.contains { $0.contains("on Sunday [4 June 2023]") })
  }

  @Test func `it stays when other articles date the earlier day`() throws {
    let texts = try shown([("2023-05-29", "2023-05-28"), ("2023-05-30", "2023-05-28")])
    #expect(texts.contains { $0.contains("on Sunday [28 May 2023]") })
  }

  @Test func `nothing is shown while no article decides`() throws {
    #expect(try shown([]).allSatisfy { !$0.contains("on Sunday") })
  }
}
