public import NewsModel
public import Primitives

/// What has changed in a topic since a day.
public struct TopicChanges: Sendable {
  /// A name that speaks for the first time.
  public struct NewVoice: Sendable {
    /// Who.
    public let speaker: EntityProfile
    /// The first statement since the day.
    public let sentence: Citation
  }

  /// A sentence that its outlet took out or changed.
  public struct CorrectedSentence: Sendable {
    /// The sentence as it was; its correction says when.
    public let sentence: Citation
  }

  /// The topic.
  public let topic: Topic
  /// The day: what was published on it or later is new.
  public let since: CivilDate
  /// The new articles, earliest first, copies included.
  public let articles: [ArticleSummary]
  /// How many texts the new articles were made from; copies of one text count once.
  public let originCount: Int
  /// Whether every dated article of the topic is new: then so are all its voices, and none is named.
  public let isNewTopic: Bool
  /// Those who had not spoken before, by their first words.
  public let newVoices: [NewVoice]
  /// Positions that changed sides since the day.
  public let reversals: [PositionView]
  /// Programmes that reached another stage since the day.
  public let stages: [ProgrammeView]
  /// Claims whose answer was contested or revised by a report since the day.
  public let claims: [ContestedClaimView]
  /// Happenings that were announced since the day, or whose outcome was reported since.
  public let happenings: [FollowedEventView]
  /// Sentences that were corrected since the day.
  public let corrections: [CorrectedSentence]
  /// How many articles of the topic were looked through.
  public let searched: Int

  /// Whether nothing was found.
  public var isEmpty: Bool { articles.isEmpty && corrections.isEmpty }
}
