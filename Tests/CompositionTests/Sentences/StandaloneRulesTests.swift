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
    "Enrique PeÃ±a of Portmere has said that a lock of the harbour will be closed.",
    "A council of Portmere wanted its judges to think again of Lowick v.",
    "Bea Orr of Portmere replied, and nobody in Lowick was content with a new lock.",
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

  @Test func `"also" is left out, and "currently" gets the month of publication`() throws {
    #expect(
      try shown("Ada Quill also paid for a lock of the harbour of Portmere in Lowick.")
        == "Ada Quill paid for a lock of the harbour of Portmere in Lowick.")
    #expect(
      try shown("Ada Quill, for example, paid for a lock of the harbour of Portmere.")
        == "Ada Quill paid for a lock of the harbour of Portmere.")
    let both = "Ada Quill paid for a lock and also for a bridge of the harbour of Portmere."
    #expect(try shown(both) == both)
    #expect(
      try shown("Ada Quill is now the owner of a lock of the harbour of Portmere.")
        == "Ada Quill is now [June 2023] the owner of a lock of the harbour of Portmere.")
  }

  @Test func `a named day is no day near the publication`() throws {
    let named = "Ada Quill won a seat of the council of Portmere on Super Tuesday in Lowick."
    #expect(try shown(named, times: [("Tuesday", "2023-06-06")]) == named)
    let ballot = "Ada Quill spoke in Lowick of Tuesday's mayoral primary and of a new lock."
    #expect(try shown(ballot, times: [("Tuesday", "2023-06-06")]) == nil)
  }

  @Test func `a month that was told before and a week that may be the one that ends are open`()
    throws
  {
    let month = "Ada Quill won a seat of the council of Portmere that November in Lowick."
    #expect(try shown(month, times: [("November", "2022-11")]) == nil)
    let week = "Ada Quill won a seat of the council of Portmere last week in Lowick."
    let times = [("last week", "2023-W22")]
    #expect(try shown(week, times: times, published: "2023-06-04") == nil)
    #expect(
      try shown(week, times: times, published: "2023-06-07")
        == "Ada Quill won a seat of the council of Portmere last week [29 May-4 June 2023] in Lowick."
    )
  }

  @Test func `a title tells whose first name a surname has`() throws {
    func shown(_ title: String) throws -> String? {
      let sentence = "Police officers of Lowick arrested \(title) Quill at a lock of Portmere."
      var builder = EvidenceBuilder()
      builder.names = ["quill": "Anna Quill"]
      var draft = EvidenceBuilder.Draft(
        "a", outlet: "The Quay", published: "2023-06-07", "Anna Quill left the harbour.", sentence)
      draft.entity("quill", .person, mentions: "Anna Quill", "Quill#2")
      builder.drafts = [draft]
      return try builder.shown { try $0.text.find(sentence) }
    }
    let lock = "at a lock of Portmere."
    #expect(try shown("Ms.") == "Police officers of Lowick arrested Ms. [Anna] Quill \(lock)")
    #expect(try shown("Mr.") == "Police officers of Lowick arrested Mr. Quill \(lock)")
    #expect(
      try shown("President") == "Police officers of Lowick arrested President Quill \(lock)")
  }

  @Test func `"her" needs a woman in the sentence`() throws {
    func isShown(after name: String) throws -> Bool {
      let sentence = "In Lowick, \(name) endorsed her for a seat of the council of Portmere."
      var builder = EvidenceBuilder()
      builder.names = ["orr": name]
      var draft = EvidenceBuilder.Draft("a", outlet: "The Quay", published: "2023-06-07", sentence)
      draft.entity("orr", .person, mentions: name)
      builder.drafts = [draft]
      return try builder.shown { try $0.text.find(sentence) } != nil
    }
    #expect(try !isShown(after: "Robert Orr"))
    #expect(try isShown(after: "Anna Orr"))
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
      "Portmere council closed a Christmas market because a lock of Lowick stood open."
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
