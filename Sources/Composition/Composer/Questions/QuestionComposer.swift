import NewsModel
import Primitives

/// Writes the questions that a reader has, each with sentences of the type that answers it.
struct QuestionComposer {
  let material: Material
  let findings: Findings

  /// A question with its answer; the answer is empty when the articles hold none.
  struct Draft {
    let question: String
    let answer: [CitedText]
  }

  /// The answered questions in reading order, and those for the desk.
  func compose() -> (answered: [FrequentQuestion], unanswered: [UnansweredQuestion]) {
    let drafts =
      EventQuestions(material: material).drafts()
      + IdentityQuestions(material: material, findings: findings).drafts()
      + ReasonQuestions(material: material, findings: findings).drafts()
      + SidesQuestions(material: material, findings: findings).drafts()
      + ProgrammeQuestions(material: material, findings: findings).drafts()
      + PositionQuestions(material: material, findings: findings).drafts()
      + DayQuestions(material: material, findings: findings).drafts()
      + CourseQuestions(material: material, findings: findings).drafts()
      + CoverageQuestions(material: material, findings: findings).drafts()
    var answered: [FrequentQuestion] = []
    var unanswered: [UnansweredQuestion] = []
    var shown: Set<String> = []
    for draft in drafts {
      let fresh = draft.answer.filter { !shown.contains($0.id) }
      if let answer = NonEmpty(fresh) {
        shown.formUnion(fresh.map(\.id))
        answered.append(FrequentQuestion(question: draft.question, answer: answer))
      } else if draft.answer.isEmpty {
        unanswered.append(
          UnansweredQuestion(question: draft.question, searched: material.articleCount))
      }
    }
    return (answered, unanswered)
  }
}
