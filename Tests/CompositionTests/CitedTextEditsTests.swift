import NewsModel
import Primitives
import Testing

@testable import Composition

struct CitedTextEditsTests {
  private func text(_ runs: [CitedText.Run]) throws -> CitedText {
    var builder = EvidenceBuilder()
    builder.drafts = [
      EvidenceBuilder.Draft(
        "a", outlet: "The Quay", published: "2023-06-01",
        "However, it closed the pier on Monday at noon.")
    ]
    let filed = try #require(try builder.build().articles.first)
    let citation = try #require(Citation(filed.text.fullRange, of: filed))
    return CitedText(try #require(NonEmpty(runs)), citations: NonEmpty(citation))
  }

  @Test func `each edit is told with the words that were there`() throws {
    let shown = try text([
      .inserted("Portmere council"), .source(" closed the pier on Monday"),
      .inserted(" 29 May 2023"), .source(" at noon."),
    ])
    #expect(
      shown.edits == [.replaced("However, it", by: "Portmere council"), .putIn("29 May 2023")])
  }

  @Test func `what is left out at the start is told`() throws {
    #expect(
      try text([.source("it closed the pier on Monday at noon.")]).edits == [.leftOut("However,")])
  }

  @Test func `a sentence word for word has no edits, a count was worked out`() throws {
    #expect(try text([.source("However, it closed the pier on Monday at noon.")]).edits.isEmpty)
    #expect(try text([.computed("One pier.")]).edits == [.workedOut("One pier.")])
  }
}
