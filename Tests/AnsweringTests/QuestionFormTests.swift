import Testing

@testable import Answering

struct QuestionFormTests {
  @Test(arguments: [
    ("Has China changed its position on NATO?", QuestionForm.Kind.changedSide, "China", "NATO"),
    (
      "Did the council change its mind about the harbour tunnel?", .changedSide, "the council",
      "harbour tunnel"
    ),
    ("Where does France stand on the liaison office?", .stands, "France", "liaison office"),
    ("What is Ada Marsh’s position on the tunnel?", .stands, "Ada Marsh", "tunnel"),
    ("Why is the council against the tunnel?", .whyAgainst, "the council", "tunnel"),
    ("Why did Ada Marsh back the ferry line?", .whyFor, "Ada Marsh", "ferry line"),
    ("What has changed about the tunnel since 1 March 2024?", .changes, "tunnel", "1 March 2024"),
  ]) func `who and what are told apart`(
    question: String, kind: QuestionForm.Kind, subject: String, object: String
  ) {
    let form = QuestionForm(question)
    #expect(form?.kind == kind)
    #expect(form?.subject == subject)
    #expect(form?.object == object)
  }

  @Test(arguments: [
    ("Who is against the tunnel?", QuestionForm.Kind.against, "tunnel"),
    ("Which countries support the plan", .for, "plan"),
  ]) func `sides are asked of a target`(question: String, kind: QuestionForm.Kind, object: String) {
    let form = QuestionForm(question)
    #expect(form?.kind == kind)
    #expect(form?.object == object)
  }

  @Test(arguments: [
    ("What happens next with the tunnel?", QuestionForm.Kind.next),
    ("Where do things stand with the tunnel?", .stage),
    ("Do the reports agree on the fire?", .disputed),
  ]) func `what is asked of a topic is told`(question: String, kind: QuestionForm.Kind) {
    #expect(QuestionForm(question)?.kind == kind)
  }

  @Test(arguments: [
    "", "?", "Who is the mayor of Norrowby?",
    "What changed hands since yesterday in the town hall?",
    "When did the office open?", "Why did the tunnel close?",
    String(repeating: "who is against ", count: 40),
  ]) func `other questions have no form`(question: String) {
    #expect(QuestionForm(question) == nil)
  }
}
