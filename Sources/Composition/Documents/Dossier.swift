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
  /// The articles that it was compiled from, latest first.
  public let sources: [DossierSource]
  /// How many articles the topic has, where it was compiled from some of them; nil where from all.
  public let articlesOfTopic: Int?

  /// Creates a dossier.
  public init(
    topic: TopicID, name: String, clock: CivilTime, explainer: [ExplainerSection],
    questions: [FrequentQuestion], unansweredQuestions: [UnansweredQuestion],
    tables: [CitedTable], graphics: [Graphic], comingEvents: [ComingEvent] = [],
    sources: [DossierSource], articlesOfTopic: Int? = nil
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
    self.articlesOfTopic = articlesOfTopic
  }

  /// The sentences that have a page of their own on how we know them: those of the explainer, the answers and the findings.
  public var chained: [CitedText] {
    var seen: Set<String> = []
    return
      (explainer.flatMap { $0.blocks.flatMap(\.texts.elements) }
      + questions.flatMap(\.answer.elements) + tables.map(\.finding))
      .filter { seen.insert($0.id).inserted }
  }

  /// What it was compiled from, where that is not all; for readers.
  var partNote: String? {
    articlesOfTopic.map {
      "This dossier was compiled from \(NewspaperStyle.digits(sources.count)) of the "
        + "\(NewspaperStyle.count($0, "article")) on its topic: the first of each span of time, the first of each of "
        + "the most reported stories, and the latest."
    }
  }

  /// All cited texts in order of appearance; a text that appears twice is listed twice.
  public var citedTexts: [CitedText] {
    explainer.flatMap(\.citedTexts) + questions.flatMap(\.answer.elements)
      + tables.flatMap(\.citedTexts) + graphics.flatMap(\.citedTexts)
  }
}
