import Testing

@testable import Answering

@Suite(.enabled(if: Reader.isAvailable, "needs the language model"))
struct QuestionTests {
  @Test(arguments: [
    ("Who signed the harbour treaty?", AnswerKind.person),
    ("When did the lock close?", .date),
    ("Where was the treaty signed?", .place),
    ("Why was the lock closed?", .reason),
    ("How many ships were waiting?", .number),
    ("How much did the repairs cost?", .money),
    ("How old is the mayor of Quay?", .age),
    ("How long did the strike last?", .duration),
    ("How tall is the lighthouse?", .quantity),
    ("Which company repaired the lock?", .organisation),
    ("What city hosts the fair?", .place),
    ("What is the name of the ferry's captain?", .person),
    ("What does Ada Brandt say about the lock?", .statement),
    ("Who is Ada Brandt?", .definition),
    ("What is the office?", .definition),
    ("Did the board close the lock?", .yesNo),
    ("What did the ferry carry?", .thing),
    ("What did Zahava Gal-On say about the vote?", .statement),
  ])
  func `the question word and the noun behind it say what is asked for`(
    text: String, kind: AnswerKind
  ) throws {
    #expect(try Reader.ranker().question(text).kind == kind)
  }

  @Test func `names and nouns are what an answer should share, question words are not`() throws {
    let question = try Reader.ranker().question("How many ships did Ada Brandt count in Quay?")
    #expect(question.telling == ["ships", "ada", "brandt", "count", "quay"])
    #expect(question.areNames == [false, true, true, false, true])
  }

  @Test(arguments: [
    ("Where is the summit held?", ["summit"]), ("When was the meeting held?", ["meeting"]),
    ("Where did the accident happen?", ["accident"]),
    ("When did Ada Brandt hold the cup?", ["ada", "brandt", "hold", "cup"]),
    ("What did the clerk hold?", ["clerk", "hold"]),
  ])
  func `that something is held says no more of where and when than that it is`(
    text: String, telling: [String]
  ) throws {
    #expect(try Reader.ranker().question(text).telling == telling)
  }

  @Test func `the speaker of a question about words is kept apart`() throws {
    let question = try Reader.ranker().question("What did Ole Marsh say about the closure?")
    #expect(question.speakerWords == ["ole", "marsh"])
  }

  @Test func `what was not said has other words than say`() throws {
    #expect(
      try Reader.ranker().question("What did the ministry decline to say?").telling
        == ["ministry", "decline"])
  }

  @Test func `a noun behind which stands for the answer, one behind a verb does not`() throws {
    let ranker = try Reader.ranker()
    #expect(ranker.question("Which rocket carried the satellite?").isFocusOpen)
    #expect(!ranker.question("Who was the pilot of the plane?").isFocusOpen)
    #expect(ranker.question("Who was the pilot of the plane?").focus != nil)
  }

  @Test func `who is for and who is against are told apart`() throws {
    let ranker = try Reader.ranker()
    #expect(ranker.question("Who opposes the closure?").polarity == false)
    #expect(ranker.question("Who supports the closure?").polarity == true)
    #expect(ranker.question("Who closed the lock?").polarity == nil)
  }
}
