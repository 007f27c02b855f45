import NewsModel
import Primitives
import Testing

@testable import Composition

struct StandaloneRulesTests {
  /// The second sentence of an invented article as readers would see it; nil when it is not shown.
  private func shown(
    _ sentence: String, times: [(String, String)] = [], published: String = "2023-06-07"
  ) throws -> String? {
    var builder = EvidenceBuilder()
    builder.names = ["quill": "Ada Quill", "council": "Portmere council"]
    var draft = EvidenceBuilder.Draft(
      "a", outlet: "The Quay", published: published,
      "Ada Quill met the Portmere council on the quay of the harbour.", sentence)
    draft.entity("quill", .person, mentions: "Ada Quill")
    draft.entity("council", .organisation, mentions: "Portmere council")
    if sentence.hasPrefix("She ") { draft.entities[0].mentions.append("She") }
    if sentence.contains(" Quill ") { draft.entities[0].mentions.append("Quill#2") }
    draft.times = times.map { (words: $0.0, value: $0.1) }
    builder.drafts = [draft]
    return try builder.shown { try $0.text.find(sentence) }
  }

  @Test(arguments: [
    "Photos: The old lock of Portmere was closed by the harbour board in May.",
    "CLOSE The old lock of Portmere was closed by the harbour board again.",
    "Was closed for many years when the harbour board did not find money.",
    "The old lock of Portmere stands empty in the town of Portmere May 2, 2017.",
    "The harbour board of Portmere won the race here by more than a day.",
    "The harbour board of Portmere hopes to change that practice once it can.",
    "Portmere said that proves the lock can be mended by its own people.",
    "\"The lock of Portmere is closed and nobody will open it for many years.\"",
    "The second lock of Portmere was sold, and divers did not find the other lock.",
    "Portmere Will Ring In the Year With Extra Boats Divers closed the lock of the harbour.",
    "Will be in the harbour of Portmere for many years if the lock was closed for good.",
    "Aid reaches the harbour of Portmere The acting mayor has said that ferries can land.",
    "Portmere to hold a fair for harbour A ferry has brought many guests to the town of Lowick.",
    "Closed for good by the harbour board of Portmere, either way,' Quill wrote in May.",
    "Nils Brandt / Quarrel Wire The mayor of Portmere has opened the lock of the harbour.",
    "Nils Brandt opens the fair of the harbour board Monday June 5, 2023 in Portmere and waves.",
    "The harbour board of Portmere called those comments of the mayor a grave mistake.",
    "The board was caught RED HANDED when it let the lock of Portmere fall into ruin.",
    "Ferries refuse to leave while divers search under water for missing crates.",
    "Because of an editing error, an article on the lock of Portmere named another mayor.",
    "Mayor Brandt of Portmere has said that both ferries were closed by mistake.",
    "In the harbour of Portmere a clerk was heard when they asked for the lock to be closed.",
    "The council of Portmere asked for a lock, but the listing was closed by the board.",
    "The mayor of Portmere asked a clerk to close a lock because the two harbours froze.",
    "Some 30 percent would vote for the mayor of Portmere next spring.",
    "Earlier in the day, Mayor Brandt of Portmere had closed a lock for good.",
    "Here's a look at what the harbour board of Portmere has planned for the lock.",
    "Ada Quill then said of the lock of Portmere: \"To see him fall is just sad to watch.\"",
  ])
  func `what leans on something or is no sentence is not shown`(sentence: String) throws {
    #expect(try shown(sentence) == nil)
  }

  @Test func `a pronoun is not filled with a name that follows in the sentence`() throws {
    #expect(try shown("She said that Quill had left the harbour of Portmere by noon.") == nil)
    #expect(
      try shown("She said that nobody had left the harbour of Portmere by noon.")
        == "[Ada Quill] said that nobody had left the harbour of Portmere by noon.")
  }

  @Test func `a pronoun is filled only where the sentence before leaves no doubt whom it means`()
    throws
  {
    let sentence = "She was not hopeful about the lock of the harbour of Portmere."
    func shown(after first: String) throws -> String? {
      var builder = EvidenceBuilder()
      builder.names = ["quill": "Ada Quill", "orr": "Bea Orr"]
      var draft = EvidenceBuilder.Draft(
        "a", outlet: "The Quay", published: "2023-06-07", first, sentence)
      draft.entity("quill", .person, mentions: "Ada Quill", "She")
      draft.entity("orr", .person, mentions: "Bea Orr")
      builder.drafts = [draft]
      return try builder.shown { try $0.text.find(sentence) }
    }
    #expect(
      try shown(after: "Ada Quill met Bea Orr on the quay.")
        == "[Ada Quill] was not hopeful about the lock of the harbour of Portmere.")
    #expect(try shown(after: "Bea Orr spoke for Ada Quill on the quay.") == nil)
  }

  @Test func `a year that is written is not written again`() throws {
    let month = "Portmere council closed the old lock in March, 2015, and nobody complained."
    #expect(try shown(month, times: [("March", "2016-03")]) == month)
    let years = "Portmere council closed the old lock from 2009-2013 and nobody complained."
    #expect(try shown(years, times: [("2009", "2009")]) == years)
  }

  @Test func `a programme called Today is no date`() throws {
    let sentence = "A host of the Today show of Portmere has closed the old lock for good."
    #expect(try shown(sentence, times: [("Today", "2023-06-07")]) == sentence)
  }

  @Test func `the headline once more is no sentence of the text`() throws {
    var builder = EvidenceBuilder()
    let sentence = "The harbour board of Portmere has closed the old lock for good."
    builder.drafts = [
      EvidenceBuilder.Draft(
        "a", outlet: "The Quay", published: "2023-06-07",
        title: "The harbour board of Portmere has closed the old lock for good", sentence)
    ]
    #expect(try builder.shown { try $0.text.find(sentence) } == nil)
  }

  @Test func `a first name is put before a surname, not before a name that goes on`() throws {
    let plain = "Police officers of Lowick arrested Quill at a lock of Portmere."
    #expect(
      try shown(plain) == "Police officers of Lowick arrested [Ada] Quill at a lock of Portmere.")
    let other = "Police officers of Lowick arrested Quill Brandt Marlow at a lock of Portmere."
    #expect(try shown(other) == other)
  }

  @Test func `a surname gets its first name unless the article calls something else so`() throws {
    let sentence = "Police officers of Lowick arrested Quill at a lock of Portmere."
    func shown(thingIn place: String) throws -> String? {
      var builder = EvidenceBuilder()
      builder.names = ["quill": "Ada Quill", "firm": "Quill"]
      var drafts = [
        EvidenceBuilder.Draft(
          "a", outlet: "The Quay", published: "2023-06-07",
          "Ada Quill left the harbour, and Quill paid for the lock.", sentence),
        EvidenceBuilder.Draft(
          "b", outlet: "The Mast", published: "2023-06-07", "The makers of pens are Quill."),
      ]
      drafts[0].entity("quill", .person, mentions: "Ada Quill", "Quill#3")
      let index = place == "a" ? 0 : 1
      drafts[index].entity("firm", .organisation, mentions: place == "a" ? "Quill#2" : "Quill")
      builder.drafts = drafts
      return try builder.shown { try $0.text.find(sentence) }
    }
    #expect(try shown(thingIn: "a") == sentence)
    #expect(
      try shown(thingIn: "b")
        == "Police officers of Lowick arrested [Ada] Quill at a lock of Portmere.")
  }

  @Test func `the name of a holiday is no date`() throws {
    let sentence =
      "Portmere council closed a Christmas market because the lock of the harbour was open."
    #expect(try shown(sentence, times: [("Christmas", "2023-12-25")]) == sentence)
  }

  @Test(arguments: [
    ("Portmere council won the town hall of Portmere back in January.", "January", "2024-01", ""),
    (
      "Portmere council will move into the town hall of Portmere in January.", "January", "2024-01",
      "2024"
    ),
    (
      "Portmere council noted a planned fair of the harbour board on Saturday.", "Saturday",
      "2023-06-03", ""
    ),
    (
      "Portmere council noted the first fair of the harbour board on Saturday.", "Saturday",
      "2023-06-03", "3 June 2023"
    ),
  ])
  func `a date that the words beside it speak against is in doubt`(
    sentence: String, words: String, value: String, told: String
  ) throws {
    #expect(
      try shown(sentence, times: [(words, value)])
        == (told.isEmpty ? nil : sentence.dropLast() + " [\(told)]."))
  }

  @Test func `the day behind a possessive is told`() throws {
    #expect(
      try shown(
        "Monday’s vote of Portmere council was the third.", times: [("Monday", "2023-06-05")])
        == "Monday’s [5 June 2023] vote of Portmere council was the third.")
  }
}
