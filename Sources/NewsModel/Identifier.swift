/// The name of one thing of a kind, stable from run to run.
///
/// `Identifier<Article>` and `Identifier<Story>` are different types, so that they cannot be mixed up.
public struct Identifier<Kind>: Hashable, Sendable {
  /// The name itself.
  public let rawValue: String

  /// Creates an identifier from its text.
  public init(_ rawValue: String) {
    self.rawValue = rawValue
  }
}

extension Identifier: Comparable {
  /// Orders by the bytes of the name.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

extension Identifier: CustomStringConvertible {
  /// The name itself.
  public var description: String { rawValue }
}

extension Identifier: Codable {
  /// Reads a string.
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes a string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

/// Names an article: one item as published, whatever its version.
public typealias ArticleID = Identifier<Article>
/// Names one version of an article: a digest of all that it holds.
public typealias VersionID = Identifier<ArticleVersion>
/// Names an entity of the library.
public typealias EntityID = Identifier<EntityProfile>
/// Names a text from which copies were made.
public typealias OriginID = Identifier<Origin>
/// Names a story.
public typealias StoryID = Identifier<Story>
/// Names a topic.
public typealias TopicID = Identifier<Topic>
