public import NewsModel

/// A statement with its speaker and its citations.
public struct StatementView: Sendable {
  /// Who speaks, when known.
  public let speaker: EntityProfile?
  /// The speaker's name: the profile's, else the one in the article.
  public let speakerName: String?
  /// The statement.
  public let statement: Statement
  /// The whole of what is said, from the first to the last piece.
  public let citation: Citation
  /// The sentence in which it starts.
  public let sentence: Citation
  /// Set when the outlet has corrected the sentence: it is not in the article any more.
  public var correction: Correction? { sentence.correction }
}

/// An entity that shares articles with another.
public struct Companion: Sendable {
  /// The other entity.
  public let profile: EntityProfile
  /// How many articles mention both.
  public let articles: Int
}

/// All that an entity's page shows.
public struct EntityView: Sendable {
  /// The entity.
  public let profile: EntityProfile
  /// What it said, latest first; copies left out.
  public let statements: [StatementView]
  /// The articles that mention it, latest first.
  public let articles: [ArticleSummary]
  /// The topics that those belong to, biggest first.
  public let topics: [Topic]
  /// The entities that it is most often mentioned with.
  public let mentionedWith: [Companion]
}

/// An event with the entities that took part and its citation.
public struct EventView: Sendable {
  /// The event.
  public let event: NewsEvent
  /// Who took part.
  public let participants: [EntityProfile]
  /// Where it took or is to take place, when the words say so.
  public let place: EntityProfile?
  /// The sentence that reports it.
  public let citation: Citation
}
