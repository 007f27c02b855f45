import NewsModel
import Primitives

/// A programme's stages over time as JSON, for the command and the API.
public struct ProgrammeDocument: Sendable, Encodable {
  /// A stage with its sentences.
  public struct Step: Sendable, Encodable {
    let stage: String
    let since: String?
    let origins: Int
    let evidence: [Citation]
  }

  let entity: EntityID
  let name: String
  let stage: String
  let parties: [String]
  let steps: [Step]
  let stickingPoints: [Citation]
  let nextSteps: [Citation]

  /// Makes the document of a programme.
  public init(_ view: ProgrammeView) {
    entity = view.profile.id
    name = view.profile.name
    stage = view.history.current.stage
    parties = view.parties.map(\.name)
    steps = view.steps.map {
      Step(
        stage: $0.step.stage, since: $0.step.since?.description, origins: $0.step.originCount,
        evidence: Array($0.evidence))
    }
    stickingPoints = view.stickingPoints
    nextSteps = view.nextSteps
  }
}
