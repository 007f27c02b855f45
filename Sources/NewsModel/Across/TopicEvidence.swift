public import Primitives

/// All that a dossier is compiled from; composition sees nothing else.
public struct TopicEvidence: Sendable {
  /// The topic.
  public let topic: Topic
  /// The current version of each of its articles, earliest first; of a very big topic of those that stand for it.
  public let articles: [FiledArticle]
  /// Versions of those articles that a later version has replaced, earliest first.
  public let superseded: [FiledArticle]
  /// The origins of the articles, by name.
  public let origins: [OriginID: Origin]
  /// The stories of the topic, latest first.
  public let stories: [Story]
  /// The days that the articles turn on, earliest first.
  public let timeline: [TimelineEntry]
  /// What was scheduled, and what became of it, by date.
  public let followed: [FollowedEvent]
  /// What the articles contradict one another in, contested claims first.
  public var contested: [ContestedClaim]
  /// The entities that the articles mention, by name.
  public let profiles: [EntityID: EntityProfile]
  /// How many articles the whole library holds.
  public let libraryArticleCount: Int
  /// The edition's clock.
  public let now: CivilTime

  /// Creates the evidence for one topic.
  public init(
    topic: Topic, articles: [FiledArticle], superseded: [FiledArticle],
    origins: [OriginID: Origin], stories: [Story], profiles: [EntityID: EntityProfile],
    libraryArticleCount: Int, now: CivilTime, timeline: [TimelineEntry] = [],
    followed: [FollowedEvent] = [], contested: [ContestedClaim] = []
  ) {
    self.topic = topic
    self.articles = articles
    self.superseded = superseded
    self.origins = origins
    self.stories = stories
    self.timeline = timeline
    self.followed = followed
    self.contested = contested
    self.profiles = profiles
    self.libraryArticleCount = libraryArticleCount
    self.now = now
  }
}
