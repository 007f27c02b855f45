public import Primitives

/// A plan, agreement, office or negotiation over time.
public struct ProgrammeHistory: Hashable, Sendable {
  /// How far one article says that it is.
  public struct Report: Hashable, Sendable {
    /// The stage: proposed, under negotiation, agreed, in force, blocked, dropped.
    public let stage: String
    /// The sentences that show it.
    public let evidence: NonEmpty<Passage>
    /// The sentences that tell of resistance to it.
    public let stickingPoints: [Passage]
    /// The sentences that tell what is to come.
    public let nextSteps: [Passage]
    /// The day on which the article was published; nil when it does not say.
    public let day: CivilDate?
    /// The text that the article was made from.
    public let origin: OriginID

    /// Creates a report.
    public init(
      stage: String, evidence: NonEmpty<Passage>, stickingPoints: [Passage], nextSteps: [Passage],
      day: CivilDate?, origin: OriginID
    ) {
      self.stage = stage
      self.evidence = evidence
      self.stickingPoints = stickingPoints
      self.nextSteps = nextSteps
      self.day = day
      self.origin = origin
    }
  }

  /// A stage with the reports that found it one after another.
  public struct Step: Hashable, Sendable {
    /// The stage.
    public let stage: String
    /// The reports, earliest first.
    public let reports: NonEmpty<Report>

    /// Creates a step.
    public init(stage: String, reports: NonEmpty<Report>) {
      self.stage = stage
      self.reports = reports
    }

    /// The first day on which it was reported; nil when no report is dated.
    public var since: CivilDate? { reports.compactMap(\.day).min() }
    /// How many texts report it; copies of one text count once.
    public var originCount: Int { Set(reports.map(\.origin)).count }
  }

  /// The entity that it is.
  public let entity: EntityID
  /// The stages one after another, earliest first; undated reports last.
  public let steps: NonEmpty<Step>
  /// Who takes part, those that most articles name first.
  public let parties: [EntityID]

  /// Creates a history.
  public init(entity: EntityID, steps: NonEmpty<Step>, parties: [EntityID]) {
    self.entity = entity
    self.steps = steps
    self.parties = parties
  }

  /// The stage that was reported last.
  public var current: Step { steps.rest.last ?? steps.first }
}
