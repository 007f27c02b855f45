import NewsModel
import Primitives
import Testing

@Suite(
  .enabled("the language model is not installed: run make model") { TrainedExtractor.isInstalled })
struct ProgrammeTests {
  private func programmes(_ read: TrainedExtractor) -> [String: String] {
    var found: [String: String] = [:]
    for programme in read.analysis.programmes {
      found[read.analysis.entities[programme.entity.rawValue].name] = programme.stage
    }
    return found
  }

  @Test func `what only stands in the same sentence tells no stage`() throws {
    let read = try TrainedExtractor(
      "After the failure of talks with Norway, the two parties agreed on a date for the election.")
    #expect(!programmes(read).values.contains("agreed"))
  }

  @Test func `what was done to a pact tells how far it is`() throws {
    let read = try TrainedExtractor(
      "The fisheries agreement with Norway was signed in May and worries the fleet.")
    #expect(programmes(read).values.contains("agreed"))
  }

  @Test func `a hyphen does not cut a name`() throws {
    let read = try TrainedExtractor(
      "Norway has proposed high-level talks with Sweden on fishing quotas.")
    #expect(programmes(read).keys.contains { $0.hasPrefix("high-level talks") })
  }

  @Test func `an office under several names is one programme`() throws {
    let read = try TrainedExtractor(
      "Norway has proposed to open a trade office in Lima. The Lima office would employ nine people. "
        + "The plan has met resistance from Chile. A Norwegian trade office exists nowhere in the region."
    )
    #expect(programmes(read).count == 1)
  }

  @Test func `an office has the place that its verb has and the owner that another mention tells`()
    throws
  {
    let read = try TrainedExtractor(
      "Unesco plans to open a trade office in Lima next year. Chile opposes a Unesco trade office.")
    #expect(programmes(read) == ["Unesco trade office in Lima": "proposed"])
  }

  @Test func `a decision that is put off blocks what it is on`() throws {
    let read = try TrainedExtractor("Norway put off a decision on its trade office in Lima.")
    #expect(programmes(read).values.contains("blocked"))
  }

  @Test(arguments: [
    "After talks with Norwegian officials he told reporters that his government would wait.",
    "In Oslo Jan Lund talks about growing up by the sea.",
  ]) func `a talk is no negotiation`(sentence: String) throws {
    #expect(programmes(try TrainedExtractor(sentence)).isEmpty)
  }
}
