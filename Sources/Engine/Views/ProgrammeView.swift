public import NewsModel
public import Primitives

/// A programme's stages over time, with the sentences that show them.
public struct ProgrammeView: Sendable {
  /// A stage with the sentences that show it, earliest first.
  public struct Step: Sendable {
    /// The stage and its reports.
    public let step: ProgrammeHistory.Step
    /// The sentences, earliest first.
    public let evidence: NonEmpty<Citation>
  }

  /// The history.
  public let history: ProgrammeHistory
  /// What the programme is called.
  public let profile: EntityProfile
  /// Who takes part.
  public let parties: [EntityProfile]
  /// The stages, earliest first.
  public let steps: NonEmpty<Step>
  /// The sentences of the latest report that tell of resistance to it.
  public let stickingPoints: [Citation]
  /// The sentences of the latest report that tell what is to come.
  public let nextSteps: [Citation]
}
