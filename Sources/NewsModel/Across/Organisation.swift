/// What holds across the articles of a library.
public struct Organisation: Sendable {
  /// The texts from which copies were made, earliest first; every article is in exactly one.
  public let origins: [Origin]
  /// The stories, earliest first; every article is in exactly one.
  public let stories: [Story]
  /// The topics, biggest first: by origins, outlets, latest day, then id.
  public let topics: [Topic]
  /// The library's entity for each entity of a version's analysis, in the same order.
  public let entities: [VersionID: [EntityID]]
  /// The entities of the library, sorted by id.
  public let profiles: [EntityProfile]

  /// Creates an organisation.
  public init(
    origins: [Origin], stories: [Story], topics: [Topic], entities: [VersionID: [EntityID]],
    profiles: [EntityProfile]
  ) {
    self.origins = origins
    self.stories = stories
    self.topics = topics
    self.entities = entities
    self.profiles = profiles
  }
}
