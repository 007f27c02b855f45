import NewsModel
import Primitives
import Testing

@Suite(
  .enabled("the language model is not installed: run make model") { TrainedExtractor.isInstalled })
struct QuotationTests {
  /// What each statement says, its pieces joined.
  private func contents(_ read: TrainedExtractor) -> [String] {
    read.analysis.statements.map { statement in
      ([statement.content.first] + statement.content.rest).map { read.text[$0] }
        .joined(separator: " | ")
    }
  }

  @Test func `a quotation goes on behind the words that report it`() throws {
    let read = try TrainedExtractor(
      "\"The quay leaks,\" Anna Holm told reporters at the harbour. \"It has leaked for years. "
        + "Nobody in the council wants to hear it.\"")
    #expect(read.speakers == ["Anna Holm"])
    #expect(contents(read).first?.contains("Nobody in the council wants to hear it.") == true)
  }

  @Test func `a quotation that a caption interrupts stays with its speaker`() throws {
    let read = try TrainedExtractor(
      """
      Anna Holm said: "The quay leaks and nobody has repaired it.

      The old quay at Lindby

      "It has leaked for years. We wrote to the council in May."
      """)
    #expect(read.speakers == ["Anna Holm", "Anna Holm"])
  }

  @Test func `marks that open inside a quotation do not turn it inside out`() throws {
    let read = try TrainedExtractor(
      "\"The quay leaks. \"It has leaked for years,\" Anna Holm said. The council met on Monday.")
    let joined = contents(read).joined(separator: " ")
    #expect(read.speakers.allSatisfy { $0 == "Anna Holm" })
    #expect(joined.contains("It has leaked for years,"))
    #expect(!joined.contains("The council met"))
  }

  @Test func `single marks count where they end what people say`() throws {
    let read = try TrainedExtractor(
      """
      'The quay leaks,' Anna Holm said. 'It has leaked for years.'

      'We wrote to the owners' union,' she said. 'They never answered.'

      The council met on Monday.
      """)
    #expect(read.speakers == ["Anna Holm", "Anna Holm"])
    #expect(contents(read).last?.contains("They never answered.") == true)
    #expect(read.analysis.statements.allSatisfy { $0.form == .direct })
  }
}

@Suite(
  .enabled("the language model is not installed: run make model") { TrainedExtractor.isInstalled })
struct RelayedSpeechTests {
  @Test func `what an outlet relays is the statement of who said it, through the outlet`() throws {
    let read = try TrainedExtractor(
      "The harbour police said on Monday that two boats were missing, the Kyodo news agency reported."
    )
    let inner = try #require(
      read.analysis.statements.first {
        read.text[$0.source.first ?? ByteRange(0, 0)].contains("police")
      })
    let via = try #require(inner.via)
    #expect(read.analysis.entities[via.rawValue].name.contains("Kyodo"))
    #expect(read.analysis.statements.contains { $0.footing == .outlet })
  }

  @Test func `the paper is the one that was named before`() throws {
    let read = try TrainedExtractor(
      "The Lindby Herald published the letter. \"We are sorry,\" Anna Holm told the newspaper.")
    let via = try #require(read.analysis.statements.last?.via)
    #expect(read.analysis.entities[via.rawValue].name == "Lindby Herald")
  }

  @Test func `a committee that is told something relays nothing`() throws {
    let read = try TrainedExtractor(
      "Anna Holm told the Senate Finance Committee that the quay leaks.")
    #expect(read.analysis.statements.first?.via == nil)
  }
}

@Suite(
  .enabled("the language model is not installed: run make model") { TrainedExtractor.isInstalled })
struct StatementSieveTests {
  @Test func `what a noun tells is a statement of who is named behind it`() throws {
    let read = try TrainedExtractor(
      "But the plan for the harbour has faced opposition from Norway, and the council met on Monday."
    )
    let statement = try #require(
      read.analysis.statements.first { $0.cue.contains { read.text[$0].contains("opposition") } })
    #expect(read.text[statement.content.first].contains("plan"))
    let speaker = try #require(statement.speaker)
    #expect(read.analysis.entities[speaker.rawValue].name == "Norway")
  }

  @Test func `what a site puts into its articles is nobody's statement`() throws {
    let read = try TrainedExtractor(
      "Photos: The harbour show Anna Holm shows the crowd her boat. Hide Caption 3 of 12\n\n"
        + "Do you have questions about the biggest stories? Sign up for our newsletter.")
    #expect(read.analysis.statements.isEmpty)
  }

  @Test func `the place in front of a dash is no part of the source`() throws {
    let read = try TrainedExtractor(
      "LINDBY, Norway — Anna Holm accused the council of wasting money on the quay.")
    #expect(read.speakers == ["Anna Holm"])
    #expect(read.analysis.statements.first?.source.map { read.text[$0] } == ["Anna Holm"])
  }
}
