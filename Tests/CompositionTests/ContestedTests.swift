import NewsModel
import Primitives
import Testing

@testable import Composition

struct ContestedTests {
  private let first =
    "A ferry from Hallam hit a quay in Portmere and 25 people were hurt, officials in Portmere said."
  private let second =
    "In Portmere 27 people were injured by a ferry from Hallam that ran into a quay, police in Portmere said."

  private func dossier(_ relation: ContestedClaim.Relation) throws -> Dossier {
    var builder = EvidenceBuilder()
    builder.drafts = [
      EvidenceBuilder.Draft("a", outlet: "The Quay", published: "2023-06-01", first),
      EvidenceBuilder.Draft("b", outlet: "Coastwire", published: "2023-06-01", second),
    ]
    var evidence = try builder.build()
    let answers: [ContestedClaim.Answer] = try zip(evidence.articles, ["25 people", "27 people"])
      .map { filed, words in
        let range = try filed.text.find(words)
        let report = ContestedClaim.Report(
          words: Passage(version: filed.version.id, range: range),
          sentence: Passage(version: filed.version.id, range: filed.analysis.sentences[0]),
          speaker: nil, day: filed.version.article.published?.date, origin: filed.origin)
        return ContestedClaim.Answer(
          value: String(words.prefix(2)), shown: words, reports: NonEmpty(report))
      }
    evidence.contested = [
      ContestedClaim(slot: .figure, relation: relation, answers: answers, story: nil)
    ]
    return DossierComposer().compose(evidence)
  }

  @Test func `contested figures stand side by side, with their outlets`() throws {
    let dossier = try dossier(.contested)
    let section = try #require(dossier.explainer.first { $0.kind == .disputed })
    #expect(section.blocks.first.label?.text == "25 people or 27 people?")
    let table = try #require(dossier.tables.first { $0.id == "contested" })
    #expect(table.rows.compactMap { $0.cells[0].citedText?.text } == ["25 people", "27 people"])
    #expect(table.rows.compactMap { $0.cells[1].citedText?.text } == ["The Quay", "Coastwire"])
    let question = try #require(
      dossier.questions.first { $0.question.contains("number of people") })
    #expect(
      question.answer.first.text == "No: The Quay gives 25 people and Coastwire gives 27 people.")
  }

  @Test func `a revised figure is in the table, and disputes nothing`() throws {
    let dossier = try dossier(.revised)
    #expect(dossier.tables.contains { $0.id == "contested" })
    #expect(!dossier.explainer.contains { $0.kind == .disputed })
  }
}
