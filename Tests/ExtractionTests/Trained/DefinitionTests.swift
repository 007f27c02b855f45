import NewsModel
import Primitives
import Testing

@Suite(
  .enabled("the language model is not installed: run make model") { TrainedExtractor.isInstalled })
struct DefinitionTests {
  @Test(arguments: [
    ("Tidewire Corp. is a maker of undersea cables in Quay.", "a maker of undersea cables in Quay"),
    (
      "Tidewire Corp., a maker of undersea cables, lost money last year.",
      "a maker of undersea cables"
    ),
    (
      "Tidewire Corp., which makes undersea cables, lost money last year.",
      "which makes undersea cables"
    ),
    ("They met in a harbour town called Quay Point.", "a harbour town"),
  ])
  func `what a thing is is found in the usual forms`(text: String, definition: String) throws {
    let read = try TrainedExtractor(text)
    #expect(read.analysis.definitions.map { read.text[$0.range] } == [definition])
  }

  @Test func `what a speaker calls somebody defines nobody`() throws {
    let read = try TrainedExtractor("Anna Holm said Tidewire Corp. is a danger to the country.")
    #expect(read.analysis.definitions.isEmpty)
  }

  @Test func `a denial defines nothing`() throws {
    let read = try TrainedExtractor("Tidewire Corp. is not a maker of cables.")
    #expect(read.analysis.definitions.isEmpty)
  }

  @Test func `a reason is parted from what it explains`() throws {
    let read = try TrainedExtractor(
      "The harbour was closed on Monday because the old lock had failed two tests.")
    let reason = try #require(read.analysis.reasons.first)
    #expect(reason.kind == .cause)
    #expect(read.text[reason.cause] == "the old lock had failed two tests")
    #expect(read.text[reason.effect] == "The harbour was closed on Monday")
  }

  @Test func `a reason may stand first`() throws {
    let read = try TrainedExtractor(
      "Due to heavy rain, the ferry to Quay did not leave on Monday.")
    let reason = try #require(read.analysis.reasons.first)
    #expect(read.text[reason.cause] == "heavy rain")
    #expect(read.text[reason.effect] == "the ferry to Quay did not leave on Monday")
  }

  @Test func `a reason inside a quotation is its speaker's`() throws {
    let read = try TrainedExtractor("\"We left because it rained,\" Anna Holm said.")
    #expect(read.analysis.reasons.isEmpty)
  }

  @Test func `a town is not explained by the people who stand behind a comma`() throws {
    let read = try TrainedExtractor(
      "She met the women in Oslo, a group of mothers who have lost their jobs, on Monday.")
    #expect(read.definitions(of: "Oslo").isEmpty)
  }
}
