import Testing

@testable import Answering

@Suite(.enabled(if: Reader.isAvailable, "needs the language model"))
struct VerbRolesTests {
  private func roles(_ verb: String, in sentence: String) throws -> (
    agent: String?, patient: String?
  ) {
    let text = try Reader.ranker().read(sentence)
    let place = try #require(text.words.firstIndex { $0.form == verb })
    let roles = VerbRoles(of: place, in: text)
    return (roles.agent.map { text.words[$0].form }, roles.patient.map { text.words[$0].form })
  }

  @Test(arguments: [
    ("opposed", "France opposed the plan."),
    ("opposed", "The plan was opposed by France."),
    ("opposed", "The plan, which France opposed, was dropped."),
    ("opposed", "The plan opposed by France was dropped."),
  ])
  func `whichever way a verb is said, the same one acts`(verb: String, sentence: String) throws {
    let found = try roles(verb, in: sentence)
    #expect(found.agent == "france")
    #expect(found.patient == "plan")
  }

  @Test func `a noun made from a verb has the one who acts as its owner`() throws {
    let found = try roles("rejection", in: "France's rejection of the plan surprised Brussels.")
    #expect(found.agent == "france")
    #expect(found.patient == "plan")
  }

  @Test func `those who are expected to come are the ones who come`() throws {
    #expect(
      try roles("attend", in: "The leaders are expected to attend the summit.").agent == "leaders")
  }

  @Test func `another name in the place of the one who acts is a clash`() throws {
    let ranker = try Reader.ranker()
    let question = ranker.question("Did Russia deny the report?")
    func agreement(_ sentence: String) -> RoleAgreement {
      let match = SentenceMatch(question, ranker.read(sentence))
      return RoleAgreement(match, resolved: question.telling.map { _ in 0 })
    }
    #expect(agreement("Russia denied the report.").agreement == 1)
    #expect(agreement("The report was denied by Russia.").clash == 0)
    #expect(agreement("China denied the report.").clash == 0.5)
  }

  @Test func `a phrase tells what the verb of the question tells`() throws {
    let ranker = try Reader.ranker()
    let question = ranker.question("Who bought the shipyard?")
    let bought = try #require(question.telling.firstIndex(of: "bought"))
    func likeness(_ sentence: String) -> Double {
      SentenceMatch(question, ranker.read(sentence)).likenesses[bought]
    }
    #expect(likeness("Ada Marsh took over the shipyard.") >= SentenceMatch.exact)
    #expect(likeness("Ada Marsh painted the shipyard.") < SentenceMatch.exact)
  }
}
