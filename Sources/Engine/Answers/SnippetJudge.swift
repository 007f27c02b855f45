import Answering

/// Says yes or no to a question by sentences that are given with it.
public struct SnippetJudge: Sendable {
  private let ranker: AnswerRanker

  /// Opens the trained pipeline; without one, sentences are compared without grammar.
  public init() {
    ranker = AnswerRanker(AnnotatorChoice.best())
  }

  /// The answer and what was looked at.
  public func judge(question: String, snippets: [String]) -> (
    answer: Bool?, features: [String: Double]
  ) {
    let asked = ranker.question(question)
    let verdict = SnippetVerdict(ranker, asked, snippets.map { ranker.read($0) })
    return (verdict.answer, verdict.features)
  }
}
