import Testing

@testable import Answering

@Suite(.enabled(if: Reader.isAvailable, "needs the language model"))
struct AnswerRankerTests {
  private func best(_ question: String, _ sentences: [String]) throws -> String? {
    let ranker = try Reader.ranker()
    let order = ranker.ranking(ranker.question(question), sentences.map { ranker.read($0) })
    return order.first.map { sentences[$0] }
  }

  @Test func `a date is wanted for when, an age is none`() throws {
    let right = "The old lock of Quay closed on 1 June 2023."
    #expect(
      try best(
        "When did the old lock of Quay close?",
        ["The old lock of Quay is 90 years old and leaks.", right, "The lock of Quay is old."])
        == right)
  }

  @Test func `the one who did it answers who, not the one to whom it was done`() throws {
    let right = "Ole Marsh attacked the harbour board in a speech."
    #expect(
      try best(
        "Who attacked the harbour board?", ["The harbour board met Ada Brandt on Friday.", right])
        == right)
  }

  @Test(arguments: [
    (
      "How tall is the lighthouse?", "The 108-foot-tall lighthouse was closed for 40 hours.",
      "108-foot"
    ),
    (
      "How fast was the ferry going?", "The ferry, 90 metres long, was going at 40 miles per hour.",
      "40"
    ),
  ])
  func `what measures what is asked about answers`(
    question: String, sentence: String, answer: String
  ) throws {
    let ranker = try Reader.ranker()
    let match = SentenceMatch(ranker.question(question), ranker.read(sentence))
    let found = match.candidates.map { candidate in
      match.sentence.words[candidate.words].map(\.form).joined()
    }
    #expect(!found.isEmpty && found.allSatisfy { $0.hasPrefix(answer) }, "\(found)")
  }

  @Test func `a number answers when it counts what is counted`() throws {
    let ranker = try Reader.ranker()
    let question = ranker.question("How many ships were waiting?")
    let values = ranker.features(
      question,
      ["Some 40 ships were waiting.", "The ships were waiting for 40 hours."].map {
        ranker.read($0)
      })
    #expect(values[0][.bound] == 1)
    #expect(values[1][.bound] == 0)
  }

  @Test func `words of like meaning count in part`() throws {
    let ranker = try Reader.ranker()
    let question = ranker.question("Who bought the shipyard?")
    let values = ranker.features(
      question, ["Marsh purchased it.", "Marsh painted it."].map { ranker.read($0) })
    #expect(values[0][.softCoverage] > values[1][.softCoverage])
  }

  @Test func `equal sentences keep their order, and no sentence is an empty ranking`() throws {
    let ranker = try Reader.ranker()
    let question = ranker.question("Who signed?")
    let same = ["Brandt signed.", "Brandt signed.", "Brandt signed."].map { ranker.read($0) }
    #expect(ranker.ranking(question, same) == [0, 1, 2])
    #expect(ranker.ranking(question, []) == [])
  }

  @Test(arguments: ["", "?", "who", "\u{0}\u{1}", "Who who who who?", "🙂🙂", "<num> of <num>"])
  func `any question and sentence is read`(text: String) throws {
    let ranker = try Reader.ranker()
    let sentences = [text, "Ada Brandt signed.", ""].map { ranker.read($0) }
    #expect(ranker.ranking(ranker.question(text), sentences).count == 3)
  }
}

struct PlainRankerTests {
  @Test func `without a model, sentences are compared by their words`() {
    let ranker = Reader.plain
    let question = ranker.question("Who closed the old lock?")
    let sentences = ["Rain fell.", "The board closed the old lock."].map { ranker.read($0) }
    #expect(ranker.ranking(question, sentences) == [1, 0])
  }
}
