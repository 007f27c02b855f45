import NewsModel
import Primitives

/// A contested claim as JSON, for the command and the API.
public struct ContestedClaimDocument: Sendable, Encodable {
  /// One answer with its reports.
  public struct Answer: Sendable, Encodable {
    let value: String
    let shown: String
    let origins: Int
    let reports: [Report]
  }

  /// One report of an answer.
  public struct Report: Sendable, Encodable {
    let speaker: String?
    let words: Citation
    let sentence: Citation
  }

  let slot: ContestedClaim.Slot
  let relation: ContestedClaim.Relation
  let story: StoryID?
  let answers: [Answer]

  /// Makes the document of a claim.
  public init(_ view: ContestedClaimView) {
    slot = view.claim.slot
    relation = view.claim.relation
    story = view.claim.story
    answers = view.answers.map { item in
      Answer(
        value: item.answer.value, shown: item.answer.shown, origins: item.answer.originCount,
        reports: item.reports.map {
          Report(speaker: $0.speaker?.name, words: $0.words, sentence: $0.sentence)
        })
    }
  }
}
