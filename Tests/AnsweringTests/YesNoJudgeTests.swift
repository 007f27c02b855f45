import Testing

@testable import Answering

@Suite(.enabled(if: Reader.isAvailable, "needs the language model"))
struct YesNoJudgeTests {
  @Test(arguments: [
    ("Did the board close the lock?", "The board closed the lock on Friday.", true),
    ("Did the board close the lock?", "The board did not close the lock.", false),
    ("Did the board not close the lock?", "The board did not close the lock.", true),
    ("Did Marsh sign the treaty?", "Marsh refused to sign the treaty.", false),
    ("Did Marsh sign the treaty?", "Brandt denied that Marsh had signed the treaty.", false),
  ])
  func `a negated or denied verb says no`(question: String, sentence: String, verdict: Bool)
    throws
  {
    let ranker = try Reader.ranker()
    let judge = YesNoJudge(ranker.question(question))
    #expect(judge.verdict(of: ranker.read(sentence)) == verdict)
  }
}

extension YesNoJudgeTests {
  @Test func `a sentence without the verb of the question leaves it open`() throws {
    let ranker = try Reader.ranker()
    let judge = YesNoJudge(ranker.question("Does Quay want to join the league?"))
    #expect(judge.sureVerdict(of: ranker.read("The mayor of Quay met the league.")) == nil)
  }
}
