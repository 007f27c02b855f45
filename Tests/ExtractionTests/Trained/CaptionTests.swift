import NewsModel
import Primitives
import Testing

@Suite(
  .enabled("the language model is not installed: run make model") { TrainedExtractor.isInstalled })
struct CaptionTests {
  @Test func `who took a picture is not he`() throws {
    let read = try TrainedExtractor(
      """
      Erik Moss, the harbour master, said the quay was safe.

      The old quay at Lindby after the storm, January 3, 2018. REUTERS/Jonas Larsen

      "Nobody was hurt and the ferries sail again," he said.
      """)
    #expect(read.speakers.last == "Erik Moss")
  }

  @Test func `a word that only names is no statement`() throws {
    let read = try TrainedExtractor(
      "The team used a technique called \"seesaw\" to lift the ship.")
    #expect(read.analysis.statements.isEmpty)
  }

  @Test func `a title is told with what it is over`() throws {
    let read = try TrainedExtractor(
      "Former Norland executive Anna Holm opened the bridge. Holm praised the workers.")
    let holm = try #require(read.analysis.entities.first { $0.name == "Anna Holm" })
    #expect(holm.descriptions.map { read.text[$0] } == ["Former Norland executive"])
  }

  @Test func `a sentence behind a name describes nobody`() throws {
    let read = try TrainedExtractor(
      "The ships have left the waters of Norland, a ministry spokesman said on Thursday.")
    let named = read.analysis.entities.filter { $0.name == "Norland" }
    #expect(named.allSatisfy { $0.descriptions.isEmpty })
  }

  @Test func `an unusual acronym in brackets is the name before it`() throws {
    let read = try TrainedExtractor(
      "Members of the Alliance of Northern Harbour Towns (Anhart) met in Oslo. Anhart has six members."
    )
    let names = read.analysis.entities.map(\.name)
    #expect(!names.contains("Anhart"))
  }

  @Test func `a researcher with an unusual name is a person`() throws {
    let read = try TrainedExtractor(
      "The ice is thinner than ever, researcher Oddvar Kvistad said. The lake is closed.")
    #expect(read.kind("Oddvar Kvistad") == .person)
  }
}
