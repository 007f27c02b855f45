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

  /// The sentences that have a page of their own on how we know them: those of the explainer, the answers and the findings.
  public var chained: [CitedText] {
    var seen: Set<String> = []
    return
      (explainer.flatMap { $0.blocks.flatMap(\.texts.elements) }
      + questions.flatMap(\.answer.elements) + tables.map(\.finding))
      .filter { seen.insert($0.id).inserted }
  }

  /// All cited texts in order of appearance; a text that appears twice is listed twice.
  public var citedTexts: [CitedText] {
    explainer.flatMap(\.citedTexts) + questions.flatMap(\.answer.elements)
      + tables.flatMap(\.citedTexts) + graphics.flatMap(\.citedTexts)
  }
}
