import NewsModel
import Primitives
import Testing

@testable import Composition

struct CitedTextTests {
  private func citation(_ words: String = "The mayor said \"we will dig\" on Monday.") throws
    -> Citation
  {
    var builder = EvidenceBuilder()
    builder.drafts = [.init("a", outlet: "The Quay", published: "2023-06-01", words)]
    let filed = try #require(try builder.build().articles.first)
    return try #require(Citation(filed.text.fullRange, of: filed))
  }

  private func store(_ citation: Citation) -> (Passage) -> String? {
    { $0 == citation.passage ? citation.exact : nil }
  }

  @Test func `words put in are shown in brackets with their space outside`() throws {
    let text = CitedText(
      NonEmpty(.source("The mayor said"), [.inserted(" 5 June 2023"), .source(" no.")]),
      citations: NonEmpty(try citation()))
    #expect(text.text == "The mayor said [5 June 2023] no.")
  }

  @Test func `source runs in the order of the passage hold`() throws {
    let citation = try citation()
    let text = CitedText(
      NonEmpty(.inserted("Ada Quill"), [.source(" said \"we will dig\" on Monday.")]),
      citations: NonEmpty(citation))
    #expect(text.fault(passageText: store(citation)) == nil)
  }

  @Test(arguments: [
    [CitedText.Run.source("The mayor said \"we will not dig\".")],
    [.source("on Monday."), .inserted("x"), .source("The mayor")],
    [.source("The mayor said"), .source(" on Monday.")],
    [.source("The mayor said \"we "), .inserted("never"), .source("will dig\"")],
  ])
  func
    `words that the passage does not hold, turned round, joined or put into a quotation are named`(
      runs: [CitedText.Run]
    ) throws
  {
    let citation = try citation()
    let text = CitedText(try #require(NonEmpty(runs)), citations: NonEmpty(citation))
    #expect(text.fault(passageText: store(citation)) != nil)
  }

  @Test func `a changed byte in the stored words is named`() throws {
    let citation = try citation()
    let text = CitedText(computed: "One statement.", citations: NonEmpty(citation))
    let fault = text.fault { _ in "The mayor said \"we will dig\" on Monday!" }
    #expect(fault?.contains("other words") == true)
    #expect(text.fault { _ in nil }?.contains("does not exist") == true)
  }

  @Test func `the id follows runs and passages and survives JSON`() throws {
    let citation = try citation()
    let a = CitedText(computed: "One.", citations: NonEmpty(citation))
    let b = CitedText(computed: "Two.", citations: NonEmpty(citation))
    #expect(a.id != b.id)
    let json = try CanonicalJSON.encode(a)
    #expect(try CanonicalJSON.decode(CitedText.self, from: json) == a)
  }
}
