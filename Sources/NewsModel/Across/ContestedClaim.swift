public import Primitives

/// One question of fact to which the articles give different answers, side by side and not adjudicated.
public struct ContestedClaim: Hashable, Sendable {
  /// What the answers differ in.
  public enum Slot: String, Hashable, Sendable, Codable, CaseIterable {
    /// How many or how much.
    case figure
    /// On which day.
    case date
    /// Who did it.
    case responsibility
    /// Whether it is so.
    case status
  }

  /// How the answers stand to one another.
  public enum Relation: String, Hashable, Sendable, Codable, CaseIterable {
    /// Told at the same time by different voices.
    case contested
    /// A later report has another answer than an earlier one.
    case revised
  }

  /// One report of an answer.
  public struct Report: Hashable, Sendable {
    /// The words that give the answer ("12 people").
    public let words: Passage
    /// The sentence that holds them.
    public let sentence: Passage
    /// Who says so; nil when the article says it itself.
    public let speaker: EntityID?
    /// The day on which the article was published; nil when it does not say.
    public let day: CivilDate?
    /// The text that the article was made from.
    public let origin: OriginID

    /// Creates a report.
    public init(
      words: Passage, sentence: Passage, speaker: EntityID?, day: CivilDate?, origin: OriginID
    ) {
      self.words = words
      self.sentence = sentence
      self.speaker = speaker
      self.day = day
      self.origin = origin
    }
  }

  /// One answer with all that report it.
  public struct Answer: Hashable, Sendable {
    /// The answer after normalisation: a number ("12", ">=60"), a TIMEX3 day, an entity's name in the library, or the status of an event.
    public let value: String
    /// The answer as the first report words it.
    public let shown: String
    /// The reports, earliest first.
    public let reports: NonEmpty<Report>

    /// Creates an answer.
    public init(value: String, shown: String, reports: NonEmpty<Report>) {
      self.value = value
      self.shown = shown
      self.reports = reports
    }

    /// How many texts report it; copies of one text count once.
    public var originCount: Int { Set(reports.map(\.origin)).count }
  }

  /// What the answers differ in.
  public let slot: Slot
  /// How they stand to one another.
  public let relation: Relation
  /// Two answers or more, the earliest first.
  public let answers: [Answer]
  /// The story that the reports belong to.
  public let story: StoryID?

  /// Creates a contested claim.
  public init(slot: Slot, relation: Relation, answers: [Answer], story: StoryID?) {
    self.slot = slot
    self.relation = relation
    self.answers = answers
    self.story = story
  }
}
