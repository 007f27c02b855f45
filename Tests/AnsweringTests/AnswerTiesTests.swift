import Testing

@testable import Answering

@Suite(.enabled(if: Reader.isAvailable, "needs the language model"))
struct AnswerTiesTests {
  private func ties(_ question: String, _ sentence: String) throws -> AnswerTies {
    let ranker = try Reader.ranker()
    return AnswerTies(SentenceMatch(ranker.question(question), ranker.read(sentence)))
  }

  @Test(arguments: [
    (
      "Who leaves office in October?",
      "Ada Brandt, who leaves office in October, said it was late."
    ),
    ("Who was the pilot of the plane?", "Officials identified the pilot as Juan Retana."),
    ("Who was the pilot of the plane?", "Juan Retana was the pilot of the plane."),
    ("How many inches of snow fell?", "Some 34 inches of snow fell on Monday."),
  ])
  func `an answer in its place is tied`(question: String, sentence: String) throws {
    #expect(try ties(question, sentence).strength >= 0.8)
  }

  @Test func `a name of the kind that stands elsewhere is not`() throws {
    let question = "Who was the pilot of the plane?"
    #expect(try ties(question, "The pilot of the plane had met Ada Brandt.").strength == 0)
  }

  @Test func `the noun that is asked for answers with words that the question lacks`() throws {
    let question = "Which rocket carried the satellite?"
    #expect(try ties(question, "A Long March rocket carried the satellite.").phrase == 1)
    #expect(try ties(question, "The rocket carried the satellite.").phrase == 0)
  }

  @Test func `an answer may have no name`() throws {
    #expect(try ties("Where does Hamza live?", "Hamza lives in exile.").unnamed == 1)
    #expect(try ties("Where does Hamza live?", "Hamza lives quietly.").unnamed == 0)
  }

  @Test func `a reason that hangs on what is asked about weighs more`() throws {
    let question = "Why was the lock closed?"
    let tied = try ties(question, "The lock was closed because of a crack.").reason
    let loose = try ties(question, "The lock was closed, and Marsh wept because of it.").reason
    #expect(tied == 1)
    #expect(loose < 1)
  }

  @Test(arguments: [
    ("Ada Marsh, who leaves office in October, said it was late.", true),
    ("Ada Marsh, who does not leave office in October, said it was late.", false),
    ("Ada Marsh, who leaves office in May, said it was late in October.", false),
  ])
  func `who says all that is asked answers`(sentence: String, answers: Bool) throws {
    let ranker = try Reader.ranker()
    let question = ranker.question("Who leaves office in October?")
    var context = SentenceContext(
      support: question.terms.map { _ in 0 }, resolved: question.terms.map { _ in 0 }, position: 0)
    context.isSound = true
    let judged = AnswerJudge(ranker).judgements(question, [(ranker.read(sentence), context)])
    #expect(judged.first?.tellsAll == answers)
  }

  @Test func `what is to come does not tell what has been`() throws {
    let ranker = try Reader.ranker()
    let question = ranker.question("Who signed the treaty?")
    func fit(_ sentence: String) -> Double {
      TenseMatch(SentenceMatch(question, ranker.read(sentence))).fit
    }
    #expect(fit("Marsh signed the treaty.") == 1)
    #expect(fit("Marsh will sign the treaty.") == 0)
  }
}
