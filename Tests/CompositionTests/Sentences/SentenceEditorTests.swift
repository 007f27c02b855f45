import NewsModel
import Primitives
import Testing

@testable import Composition

struct SentenceEditorTests {
  /// The sentence of an invented article as readers would see it; nil when it is not safe.
  private func shown(_ sentence: String, times: [(String, String)] = []) throws -> String? {
    var builder = EvidenceBuilder()
    builder.names = ["council": "Portmere council", "quill": "Ada Quill", "union": "Ferry Union"]
    var draft = EvidenceBuilder.Draft(
      "a", outlet: "The Quay", published: "2023-06-01", sentence,
      "Portmere council met. Ada Quill spoke to the Ferry Union, and the Ferry Union left.")
    draft.entity("council", .organisation, mentions: "Portmere council")
    draft.entity("quill", .person, mentions: "Ada Quill")
    draft.entity("union", .organisation, mentions: "Ferry Union#1", "Ferry Union#2")
    let places = ["It": 0, "it": 0, "The council": 0, "He": 1, "She": 1, "They": 2]
    let start = sentence.hasPrefix("But ") ? String(sentence.dropFirst(4)) : sentence
    for (pronoun, place) in places.sorted(by: { $0.key < $1.key })
    where start.hasPrefix(pronoun + " ") || start.hasPrefix(pronoun + ",") {
      draft.entities[place].mentions.append(pronoun)
    }
    if sentence.contains("Quill"), !sentence.contains("Ada") {
      draft.entities[1].mentions.append("Quill")
    }
    draft.times = times.map { (words: $0.0, value: $0.1) }
    builder.drafts = [draft]
    return try builder.shown { try #require($0.analysis.sentences.first) }
  }

  @Test(arguments: [
    (
      "It declined to say what the harbour tunnel would cost the town.",
      "[Portmere council] declined to say what the harbour tunnel would cost the town."
    ),
    (
      "But it declined to say what the harbour tunnel would cost the town.",
      "[Portmere council] declined to say what the harbour tunnel would cost the town."
    ),
    (
      "It, however, declined to say what the harbour tunnel would cost the town.",
      "[Portmere council] declined to say what the harbour tunnel would cost the town."
    ),
    (
      "The council approved a harbour tunnel between the two ferry piers.",
      "[Portmere council] approved a harbour tunnel between the two ferry piers."
    ),
    (
      "They rejected plans for a harbour tunnel between the two ferry piers.",
      "[The Ferry Union] rejected plans for a harbour tunnel between the two ferry piers."
    ),
    (
      "Quill said the harbour tunnel would open to cyclists before anyone else.",
      "[Ada] Quill said the harbour tunnel would open to cyclists before anyone else."
    ),
    (
      "However, engineers hired by Portmere warned of soft clay under the ferry pier.",
      "[E]ngineers hired by Portmere warned of soft clay under the ferry pier."
    ),
  ])
  func `names are put in and connectives dropped`(sentence: String, expected: String) throws {
    #expect(try shown(sentence) == expected)
  }

  @Test(arguments: [
    (
      "Divers hired by Portmere found the old harbour wall on Tuesday, engineers said.",
      "Tuesday", "2023-05-30",
      "Divers hired by Portmere found the old harbour wall on Tuesday [30 May 2023], engineers said."
    ),
    (
      "Divers hired by Portmere found the old harbour wall last week, engineers said.",
      "last week", "2023-W21",
      "Divers hired by Portmere found the old harbour wall last week [22-28 May 2023], engineers said."
    ),
    (
      "Divers hired by Portmere will look at the old harbour wall in October, engineers said.",
      "October", "2023-10",
      "Divers hired by Portmere will look at the old harbour wall in October [2023], engineers said."
    ),
    (
      "Divers hired by Portmere found the old harbour wall in May 2021, engineers said.",
      "May 2021", "2021-05",
      "Divers hired by Portmere found the old harbour wall in May 2021, engineers said."
    ),
  ])
  func `dates that depend on the day are made absolute`(
    sentence: String, words: String, value: String, expected: String
  ) throws {
    #expect(try shown(sentence, times: [(words, value)]) == expected)
  }

  @Test(arguments: [
    "He told the harbour board that the tunnel needed a second set of plans, nobody knows why it",
    "This was the third time that the harbour board had asked for another set of plans.",
    "The plan has met with opposition from people who live along the old harbour wall.",
    "Why would the harbour board ask for another set of plans at this late stage of work?",
    "We told the harbour board that the tunnel needed a second set of plans to be drawn.",
    "\"This is a mistake that the town will regret,\" Ada said of the plans for a harbour tunnel.",
    "Divers hired by Portmere found the old harbour wall yesterday, engineers said.",
    "Divers hired by Portmere found the old harbour wall on Tuesday, engineers said.",
    "\"The harbour tunnel is unsafe and the town of Portmere knows it, engineers said.",
    "Sign up for our newsletter and the Portmere harbour news will reach you every week.",
    "Portmere Harbour Tunnel Plans Approved By Council After Long Debate Over Cost.",
    "Instead, engineers hired by Portmere asked for a bridge beside the ferry pier.",
    "Portmere tunnel plans.",
  ])
  func `what cannot be made safe is not shown`(sentence: String) throws {
    #expect(try shown(sentence) == nil)
  }

  @Test func `a description is no first name`() {
    #expect(DefinitePhrase.isGivenName("Ada "))
    #expect(DefinitePhrase.isGivenName("Jean-Luc "))
    #expect(!DefinitePhrase.isGivenName("Portmere-based "))
    #expect(!DefinitePhrase.isGivenName("National Security Adviser Ada "))
  }

  @Test func `a dateline is dropped`() throws {
    #expect(
      try shown("PORTMERE, June 1 (Coastwire) - Divers found an old wall under the ferry pier.")
        == "Divers found an old wall under the ferry pier.")
  }

  @Test func `any bytes give a sentence or none`() {
    for seed in 0..<200 {
      let bytes = (0..<120).map { UInt8(truncatingIfNeeded: ($0 * 7 + seed * 31) % 251) }
      let text = UTF8Text(String(decoding: bytes, as: UTF8.self))
      let words = WordScanner.words(of: text, in: text.fullRange)
      _ = SentenceGate.admits(text.fullRange, of: text, words: words)
      _ = Dateline.stripped(text.fullRange, of: text)
      #expect(words.allSatisfy { text.words(at: $0.range) != nil })
    }
  }
}
