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

  @Test func `who is quoted by a paper is who speaks`() throws {
    let read = try TrainedExtractor(
      "Erik Moss runs the harbour. \"The quay is safe and will stay open,\" the newspaper quoted him as saying."
    )
    #expect(read.speakers == ["Erik Moss"])
  }

  @Test func `whom a report relies on is nothing that is said`() throws {
    let read = try TrainedExtractor(
      "The ferry sank on Monday, the Harbour Times reported, citing the Norwegian coast guard.")
    #expect(read.analysis.statements.count == 1)
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

  @Test func `what was done in a month is over, a file picture has its own year`() throws {
    let read = try TrainedExtractor(
      "In March, the council asked for a new quay. In this May 18, 2014 file photo the quay is shown.",
      published: "2015-01-05")
    #expect(read.analysis.times.map(\.value) == ["2014-03", "2014-05-18"])
  }
}
