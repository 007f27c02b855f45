import NewsModel
import Primitives
import Testing

@testable import Composition

struct SidesQuestionTests {
  /// The answer to who is for the Grey Line, of whom a sentence of an invented article was read so; nil when it is not asked.
  private func supporters(_ sentence: String, holder: String) throws -> String? {
    var builder = EvidenceBuilder()
    builder.names = ["line": "Grey Line", "holder": holder]
    var draft = EvidenceBuilder.Draft(
      "a", outlet: "The Quay", published: "2023-06-01", sentence,
      "The town of Portmere sold two barges to a firm from Lowick.")
    draft.entity("line", .organisation, mentions: "Grey Line")
    draft.entity("holder", .organisation, mentions: holder)
    draft.stances = [("holder", "line", .for, sentence)]
    builder.drafts = [draft]
    let questions = DossierComposer().compose(try builder.build()).questions
    return questions.first { $0.question.hasPrefix("Who is for") }?.answer.first.text
  }

  @Test func `whoever says so is for it`() throws {
    #expect(
      try supporters(
        "Portmere council endorsed Grey Line and its old ferries.", holder: "Portmere council")
        == "Portmere council.")
  }

  @Test func `who only forecasts, some of a body and who backed it years ago are not named`() throws
  {
    #expect(
      try supporters(
        "Portmere council said Grey Line had more old ferries.", holder: "Portmere council")
        == nil)
    #expect(
      try supporters(
        "Portmere council members endorsed Grey Line and its ferries.", holder: "Portmere council")
        == nil)
    #expect(
      try supporters(
        "Portmere council endorsed Grey Line and its ferries in 2012.", holder: "Portmere council")
        == nil)
  }
}
