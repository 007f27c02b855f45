import NewsModel
import Primitives
import Testing

@Suite(
  .enabled("the language model is not installed: run make model") { TrainedExtractor.isInstalled })
struct SpeakerReferenceTests {
  @Test func `a pronoun means the subject of the sentence before, not the last name in it`() throws
  {
    let read = try TrainedExtractor(
      "In a talk with two students at Holm College, Erik Larsen praised the budget of Jonas Moss. "
        + "He said the harbour would grow.")
    #expect(read.speakers.last == "Erik Larsen")
  }

  @Test func `he after a spokesman without a name is the spokesman`() throws {
    let read = try TrainedExtractor(
      "A spokesman for Tidewire Corp. said the cable had been repaired. "
        + "He said that nobody had been hurt.")
    #expect(read.analysis.statements.map(\.footing) == [.role, .role])
    #expect(Set(read.speakers).count == 1)
  }

  @Test func `a person named after an unnamed one is who speaks`() throws {
    let read = try TrainedExtractor(
      "The brother of the captain, Erik Moss, said the ship was late.")
    #expect(read.speakers.first == "Erik Moss")
    #expect(read.analysis.statements.first?.footing == .named)
  }

  @Test func `people without a name speak as a role`() throws {
    let read = try TrainedExtractor(
      "On Monday survivors said the ferry had turned over in the storm.")
    #expect(read.analysis.statements.first?.footing == .role)
    #expect(read.analysis.statements.first?.speaker == nil)
  }

  @Test func `the company is the one that was named before`() throws {
    let read = try TrainedExtractor(
      "Norland Shipping Company lost two ships in May. The company said the crews were safe.")
    #expect(read.speakers == ["Norland Shipping Company"])
    #expect(read.analysis.statements.first?.footing == .role)
  }

  @Test func `a ministry keeps its footing under a pronoun`() throws {
    let read = try TrainedExtractor(
      "Japan's foreign ministry said the talks would go on. It said that no date had been set.")
    #expect(read.speakers == ["Japan", "Japan"])
    #expect(read.analysis.statements.map(\.footing) == [.role, .role])
  }

  @Test func `a refusal with words in between is found`() throws {
    let read = try TrainedExtractor(
      "Japan's foreign ministry said a deal was near. "
        + "It, however, declined to discuss the details of the draft.")
    let refusal = try #require(read.analysis.statements.last)
    #expect(
      refusal.content.map { read.text[$0] }.first?.hasSuffix("the details of the draft") == true)
    #expect(read.speakers.last == "Japan")
  }

  @Test func `words out of a paper stand on the footing of a document`() throws {
    let read = try TrainedExtractor(
      "In Japan's new defence strategy, it accused North Korea of breaking the rules.")
    #expect(read.analysis.statements.first?.footing == .document)
    #expect(read.analysis.statements.first?.channel?.hasSuffix("strategy") == true)
  }

  @Test func `a channel may stand after what was said`() throws {
    let read = try TrainedExtractor("\"The order is real,\" Anna Holm said in a brief email.")
    #expect(read.analysis.statements.first?.channel == "brief email")
  }

  @Test func `what the network passes over is found by rule, and a headline has its source`() throws
  {
    let read = try TrainedExtractor(
      "Oslo must wait, says Japan\n\n"
        + "Japan's foreign minister denied on Monday that Norway had approved the plan.")
    #expect(read.analysis.statements.count == 2)
    #expect(read.speakers == ["Japan", "Japan"])
  }

  @Test func `the skier from a country is the person, not the country`() throws {
    let read = try TrainedExtractor(
      "\"I am tired,\" Jonas Moss told reporters. The Norwegian skier said he would race in May.")
    #expect(read.speakers == ["Jonas Moss", "Jonas Moss"])
  }

  @Test func `the scientist is who spoke before when nobody else was named`() throws {
    let read = try TrainedExtractor(
      "Lena Holm of the Lindby Observatory saw the comet first. \"It is bright,\" the scientist said."
    )
    #expect(read.speakers == ["Lena Holm"])
  }

  @Test func `a secretary of state is the person behind the office`() throws {
    let read = try TrainedExtractor(
      "Secretary of State Erik Holm called on Norway to open the harbour.")
    #expect(read.speakers == ["Erik Holm"])
  }
}
