import NewsModel
import Primitives
import Testing

@testable import Composition

/// Sentences of an article without a date, and of one that goes on to speak of "the plan".
struct UndatedArticleTests {
  private func shown(_ sentence: String, published: String = "") throws -> String? {
    var builder = EvidenceBuilder()
    builder.names = [
      "council": "Portmere council", "quill": "Ada Quill", "tunnel": "Portmere tunnel project",
    ]
    var draft = EvidenceBuilder.Draft(
      "a", outlet: "The Quay", published: published,
      "Ada Quill and the Portmere council want a harbour tunnel.", sentence)
    draft.entity("council", .organisation, mentions: "Portmere council")
    draft.entity("quill", .person, mentions: "Ada Quill")
    draft.entity("tunnel", .programme, mentions: "harbour tunnel")
    if sentence.contains("plan ") { draft.entities[2].mentions.append("plan") }
    if sentence.contains("crossing") { draft.entities[2].mentions.append("crossing") }
    for role in ["the town hall", "the official"] where sentence.contains(role) {
      draft.statements = [
        (speaker: "council", source: role, cue: "said", content: "that", footing: .role)
      ]
    }
    if sentence.contains("Ada Quill on") { draft.entities[1].mentions.append("Ada Quill#2") }
    builder.drafts = [draft]
    return try builder.shown { try $0.text.find(sentence) }
  }

  @Test(arguments: [
    (
      "Ada Quill on Thursday told the town that the ferry of Portmere would stop.",
      "Ada Quill […] told the town that the ferry of Portmere would stop."
    ),
    (
      "Portmere lost the ferry that had crossed the water for a century last week.",
      "Portmere lost the ferry that had crossed the water for a century […]."
    ),
    (
      "Portmere hopes to see many guests from Lowick at the July fair with a ferry.",
      "Portmere hopes to see many guests from Lowick at the July fair with a ferry."
    ),
  ])
  func `where no day is known, none is told`(sentence: String, expected: String) throws {
    #expect(try shown(sentence) == expected)
  }

  @Test(arguments: [
    "Portmere was moved by the talks of last week's meeting on the ferry of the town.",
    "Portmere has been without a ferry of its own since Thursday and waits for another.",
    "On Thursday Portmere told the town that the ferry of Portmere would stop.",
  ])
  func `a sentence that needs its day is not shown`(sentence: String) throws {
    #expect(try shown(sentence) == nil)
  }

  @Test func `a plan is called by its name`() throws {
    let sentence = "The plan has met with anger from the skippers of Portmere and of Lowick."
    #expect(
      try shown(sentence, published: "2023-06-07")
        == "[The Portmere tunnel project] has met with anger from the skippers of Portmere and of Lowick."
    )
    #expect(
      try shown(
        "Skippers of Portmere objected to the costly crossing and want a ferry instead.",
        published: "2023-06-07")
        == "Skippers of Portmere objected to [the Portmere tunnel project] and want a ferry instead."
    )
  }

  @Test func `an official is one of the body, not the body`() throws {
    let text = try shown(
      "\"Portmere can pay for all of that\", the official said behind closed doors.",
      published: "2023-06-07")
    #expect(
      text
        == "\"Portmere can pay for all of that\", [the Portmere council's] official said behind closed doors."
    )
  }

  @Test func `a clause at the end that leans is left out`() throws {
    #expect(
      try shown(
        "Portmere will have two ferries, a captain of the port said, adding the firm had agreed.",
        published: "2023-06-07")
        == "Portmere will have two ferries, a captain of the port said […].")
  }
}
