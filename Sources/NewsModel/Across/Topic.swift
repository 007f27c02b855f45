public import Primitives

/// A subject that stories belong to over weeks and months.
public struct Topic: Hashable, Sendable, Codable {
  /// Its name in addresses: a slug.
  public let id: TopicID
  /// The name that readers see.
  public let name: String
  /// Its stories, latest first.
  public let stories: [StoryID]
  /// Its articles, earliest first.
  public let articles: [ArticleID]
  /// How much is written about it.
  public let trend: Trend

  /// Creates a topic.
  public init(
    id: TopicID, name: String, stories: [StoryID], articles: [ArticleID], trend: Trend
  ) {
    self.id = id
    self.name = name
    self.stories = stories
    self.articles = articles
    self.trend = trend
  }
}

/// How much is written about a topic: by origins and outlets, not by copies.
public struct Trend: Hashable, Sendable, Codable {
  /// Coverage in one span of days.
  public struct Bin: Hashable, Sendable, Codable {
    /// The first day of the span.
    public let day: CivilTime
    /// How many origins were published in it.
    public let origins: Int
    /// How many articles were published in it.
    public let articles: Int

    /// Creates a bin.
    public init(day: CivilTime, origins: Int, articles: Int) {
      self.day = day
      self.origins = origins
      self.articles = articles
    }
  }

  /// The days that one bin covers: 1, 7 or 30.
  public let binDays: Int
  /// The coverage from the first to the last day, without gaps.
  public let bins: [Bin]
  /// How many origins the topic has.
  public let origins: Int
  /// How many outlets wrote about it.
  public let outlets: Int
  /// The last span's origins over the usual level of the spans before; 1 is usual.
  public let burst: Double

  /// Creates a trend.
  public init(binDays: Int, bins: [Bin], origins: Int, outlets: Int, burst: Double) {
    self.binDays = binDays
    self.bins = bins
    self.origins = origins
    self.outlets = outlets
    self.burst = burst
  }
}
