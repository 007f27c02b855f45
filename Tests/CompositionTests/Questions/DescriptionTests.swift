import NewsModel
import Primitives
import Testing

@testable import Composition

struct DescriptionTests {
  private func dossier(_ words: String, form: DefinitionForm, kind: EntityKind) throws -> Dossier {
    var builder = EvidenceBuilder()
    builder.names = ["line": "Grey Line"]
    var draft = EvidenceBuilder.Draft(
      "a", outlet: "The Quay", published: "2023-06-01",
      "Grey Line \(form == .copula ? "was" : ",") \(words), bought two barges from the town of Portmere."
    )
    draft.entity("line", kind, mentions: "Grey Line")
    draft.definitions = [("line", words, form)]
    builder.drafts = [draft]
    return DossierComposer().compose(try builder.build())
  }

  @Test(arguments: [
    (
      DefinitionForm.apposition, EntityKind.organisation,
      "Grey Line is “a ferry company from Portmere”."
    ),
    (.copula, .organisation, "Grey Line was “a ferry company from Portmere”."),
    (.apposition, .person, "Grey Line is described as “a ferry clerk from Portmere”."),
  ])
  func `what something is is told in the article's words`(
    form: DefinitionForm, kind: EntityKind, answer: String
  ) throws {
    let noun = kind == .person ? "clerk" : "company"
    let all = try dossier("a ferry \(noun) from Portmere", form: form, kind: kind).questions
    let asked = all.first { $0.question.hasSuffix("is Grey Line?") }
    #expect(asked?.answer.first.text == answer)
  }

  @Test(arguments: [
    "such a company", "a company that it owned", "the best of companies",
    "a company by the plant of Lowick St.", "a buyer of the listing",
    "a barge pulled up at Portmere and began to sink",
  ])
  func `words that lean on others define nothing`(words: String) throws {
    let all = try dossier(words, form: .apposition, kind: .organisation).questions
    #expect(!all.contains { $0.answer.first.text.contains("“") })
  }

  @Test func `what a hyphen joins before belongs to a description`() throws {
    var builder = EvidenceBuilder()
    builder.names = ["orr": "Bea Orr"]
    var draft = EvidenceBuilder.Draft(
      "a", outlet: "The Quay", published: "2023-06-01",
      "Portmere council heard anti-tunnel campaign leader Bea Orr before it bought two barges.")
    draft.entity("orr", .person, mentions: "Bea Orr", descriptions: ["tunnel campaign leader"])
    builder.drafts = [draft]
    let dossier = DossierComposer().compose(try builder.build())
    let texts = dossier.questions.flatMap(\.answer.elements).map(\.text)
    #expect(texts.contains("Bea Orr is described as “anti-tunnel campaign leader”."), "\(texts)")
  }
}
