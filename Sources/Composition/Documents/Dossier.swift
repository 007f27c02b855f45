public import NewsModel
public import Primitives

/// Everything shown about a topic: explainer, questions, analysis, infographics, sources.
public struct Dossier: Hashable, Sendable, Codable {
  /// The topic.
  public let topic: TopicID
  /// The name that readers see.
  public let name: String
  /// The edition's clock.
  public let clock: CivilTime
  /// The explainer, in reading order; a section without material is left out.
  public let explainer: [ExplainerSection]
  /// Answered questions.
  public let questions: [FrequentQuestion]
  /// Questions without an answer, for the desk.
  public let unansweredQuestions: [UnansweredQuestion]
  /// The analysis.
  public let tables: [CitedTable]
  /// The infographics.
  public let graphics: [Graphic]
  /// What is planned for days after the latest article, soonest first.
  public let comingEvents: [ComingEvent]
  /// Every article of the topic, latest first.
  public let sources: [DossierSource]

  /// Creates a dossier.
  public init(
    topic: TopicID, name: String, clock: CivilTime, explainer: [ExplainerSection],
    questions: [FrequentQuestion], unansweredQuestions: [UnansweredQuestion],
    tables: [CitedTable], graphics: [Graphic], comingEvents: [ComingEvent] = [],
    sources: [DossierSource]
  ) {
    self.topic = topic
    self.name = name
    self.clock = clock
    self.explainer = explainer
    self.questions = questions
    self.unansweredQuestions = unansweredQuestions
    self.tables = tables
    self.graphics = graphics
    self.comingEvents = comingEvents
    self.sources = sources
  }

  /// All cited texts in order of appearance; a text that appears twice is listed twice.
  public var citedTexts: [CitedText] {
    explainer.flatMap(\.citedTexts) + questions.flatMap(\.answer.elements)
      + tables.flatMap(\.citedTexts) + graphics.flatMap(\.citedTexts)
  }
}
