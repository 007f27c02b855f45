public import Primitives

/// What a library holds and which edition it is.
public struct LibraryOverview: Sendable, Codable {
  /// Articles, current versions only.
  public let articleCount: Int
  /// Versions, replaced ones included.
  public let versionCount: Int
  /// Outlets.
  public let outletCount: Int
  /// Origins: texts that were written once, however often they ran.
  public let originCount: Int
  /// Stories.
  public let storyCount: Int
  /// Topics.
  public let topicCount: Int
  /// Attributed statements.
  public let statementCount: Int
  /// The earliest publication.
  public let firstDay: CivilTime?
  /// The latest publication.
  public let lastDay: CivilTime?
  /// The digest of articles, rules and clock that names this edition.
  public let edition: String
  /// The edition's clock.
  public let now: CivilTime
}
