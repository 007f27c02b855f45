import Answering
import Testing

/// Sentences of our own, with the words that an editor's rules put in.
private let opened = NarratedSentence([
  .source("The harbour office opened on Monday"), .inserted(" 4 March 2024", replacing: ""),
  .source("."),
])
private let denied = NarratedSentence([
  .source("Ada Quill did not sign the deal, and the union denied the report.")
])
private let declined = NarratedSentence([
  .inserted("Ada Quill", replacing: "She"), .source(" declined to comment."),
])
private let seven = NarratedSentence([
  .source("But seven ferries may sail for 12 km from Port Vale next year"),
  .inserted(" 2025", replacing: ""), .source("."),
])
private let said = NarratedSentence([
  .source("The bridge is safe, the harbour master said on Monday"),
  .inserted(" 4 March 2024", replacing: ""), .source("."),
])

struct NarrationGuardTests {
  private let guardian: NarrationGuard
  private let trained: NarrationGuard?

  init() throws {
    guardian = NarrationGuard(Reader.surface)
    trained = try Reader.isAvailable ? NarrationGuard(Reader.trained()) : nil
  }

  private func shown(_ text: String, _ sentences: [NarratedSentence]) -> [NarrationGuard.Clause] {
    (trained ?? guardian).checked(text, against: sentences)
  }

  private func isTaken(_ text: String, _ sentence: NarratedSentence) -> Bool {
    let marked = text.hasSuffix(".") ? text.dropLast() + " {1}." : text + " {1}"
    return shown(String(marked), [sentence]).contains(where: \.isNarrated)
  }

  @Test(arguments: [
    (opened, "The harbour office opened on Monday [4 March 2024]."),
    (opened, "The harbour office opened on Monday, 4 March 2024."),
    (opened, "The harbour office opened on 4 March 2024."),
    (declined, "Ada Quill declined to comment."),
    (denied, "Ada Quill didn't sign the deal, and the union denied the report."),
    (seven, "Seven ferries may sail for 12 km from Port Vale in 2025."),
    (seven, "But 7 ferries may sail for 12 km from Port Vale next year [2025]."),
  ])
  func `a light rewording is taken`(sentence: NarratedSentence, text: String) {
    #expect(isTaken(text, sentence))
  }

  @Test(.enabled(if: Reader.isAvailable))
  func `a speaker may stand at either end`() {
    #expect(isTaken("The harbour master said on 4 March 2024 that the bridge is safe.", said))
    #expect(!isTaken("The harbour master said on 4 March 2024 that the bridge is not safe.", said))
    #expect(!isTaken("The bridge said on 4 March 2024 that the harbour master is safe.", said))
  }

  @Test(
    arguments: [
      (denied, "Ada Quill did sign the deal, and the union denied the report.", .negation),
      (denied, "Ada Quill did not sign the deal, and the union admitted the report.", .cue),
      (denied, "The union did not sign the deal, and Ada Quill denied the report.", .order),
      (denied, "Ada Quill did not sign the deal.", .cue),
      (denied, "Bea Quill did not sign the deal, and the union denied the report.", .word),
      (
        denied, "Ada Quill did not sign the deal, and the union denied the report, Reuters said.",
        .name
      ),
      (seven, "Eight ferries may sail for 12 km from Port Vale in 2025.", .number),
      (seven, "Seven ferries may sail for 13 km from Port Vale in 2025.", .number),
      (seven, "Seven ferries may sail for 12 km from Port Vale in 2026.", .number),
      (seven, "Seven ferries will sail for 12 km from Port Vale in 2025.", .modality),
      (seven, "Seven ferries may sail for 12 miles from Port Vale in 2025.", .word),
      (seven, "Seven ferries may sail for 12 km to Port Vale in 2025.", .word),
      (opened, "The harbour office opened on Tuesday [4 March 2024].", .name),
      (opened, "The harbour office opened on Monday.", .number),
      (opened, "The harbour office opened on 4 March 2024, to applause.", .word),
      (opened, "The harbour office opened on 4 March 2024<script>.", .word),
      (opened, "The harbour\u{200B} office opened on 4 March 2024.", .mark),
      (opened, "The harbour office opened on 4 March 2024?", .mark),
      (declined, "She declined to comment.", .name),
    ] as [(NarratedSentence, String, NarrationFault.Kind)])
  func `a lie is caught and named`(
    sentence: NarratedSentence, text: String, kind: NarrationFault.Kind
  ) {
    let clauses = shown(text + " {1}", [sentence])
    #expect(clauses.map(\.isNarrated) == [false])
    #expect(clauses.map(\.text) == [sentence.text])
    #expect(clauses.first?.fault?.kind == kind)
  }

  @Test func `two sentences are joined, each told by its clause`() {
    let clauses = shown(
      "Ada Quill declined to comment {2}, and the harbour office opened on 4 March 2024 {1}.",
      [opened, declined])
    #expect(clauses.map(\.sentence) == [1, 0])
    #expect(clauses.allSatisfy { $0.isNarrated })
    let text = clauses.map(\.text).joined()
    #expect(
      text == "Ada Quill declined to comment, and the harbour office opened on 4 March 2024."
        || trained == nil)
  }

  @Test func `what somebody says does not reach into the next sentence`() {
    let told = NarratedSentence([.source("Ada Quill said that the bridge was safe.")])
    let clauses = shown(
      "Ada Quill said that the bridge was safe {1}, and the harbour office opened on 4 March 2024 {2}.",
      [told, opened])
    #expect(
      clauses.map(\.text) == [
        "Ada Quill said that the bridge was safe.",
        " The harbour office opened on 4 March 2024.",
      ])
  }

  @Test func `a lie leaves the other clauses alone`() {
    let clauses = shown(
      "The harbour office opened on 5 March 2024 {1}, and Ada Quill declined to comment {2}.",
      [opened, declined])
    #expect(clauses.map(\.isNarrated) == [false, true])
    #expect(
      clauses.map(\.text).joined()
        == "The harbour office opened on Monday [4 March 2024]. Ada Quill declined to comment.")
  }

  @Test(arguments: [
    "", "{", "{1}", "{9}", "{0}", "{-1}", "{99999999999999999999}", "}{", "{1}{1}{2}",
    "Ada Quill declined to comment.", "Ada Quill declined to comment {3}",
    "Ada Quill declined to comment {1}. Ada Quill declined to comment {1}.",
    "Ada Quill declined to comment {1,2}", String(repeating: "{1}", count: 10_000),
    String(repeating: "a", count: 1 << 20),
  ])
  func `marks that name nothing let nothing through`(text: String) {
    let clauses = shown(text, [declined, opened])
    #expect(clauses.map(\.isNarrated) == [false, false])
    #expect(Set(clauses.map(\.sentence)) == [0, 1])
  }

  @Test func `a joint that tells more than one after another is refused`() {
    for joint in ["because", ", but", ", so", "after", ", although"] {
      let clauses = shown(
        "Ada Quill declined to comment {1}\(joint) the harbour office opened on 4 March 2024 {2}.",
        [declined, opened])
      #expect(clauses.map(\.isNarrated) == [true, false])
    }
  }

  @Test func `sentences that lean on others are not told one after another`() {
    let leaning = NarratedSentence([.source("He declined to comment.")])
    #expect(!NarrationGuard.canJoin([opened, leaning]))
    #expect(NarrationGuard.canJoin([opened, declined]))
    #expect(NarrationGuard.canJoin([leaning]))
  }

  @Test func `a capital that was put in belongs to its word`() {
    let sentence = NarratedSentence([
      .inserted("I", replacing: "i"), .source("n Port Vale seven ferries sailed."),
    ])
    #expect(isTaken("In Port Vale 7 ferries sailed.", sentence))
  }

  @Test(.enabled(if: Reader.isAvailable))
  func `a description may go, a speaker may not`() {
    let sentence = NarratedSentence([
      .source("Ada Quill, the head of the union, signed the deal, the company said.")
    ])
    #expect(isTaken("Ada Quill signed the deal, the company said.", sentence))
    #expect(!isTaken("Ada Quill, the head of the union, signed the deal.", sentence))
  }
}
