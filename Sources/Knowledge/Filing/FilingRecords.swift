import NewsModel
import Primitives

/// Builds what is kept of origins, stories and topics from the state on a shelf.
struct FilingRecords {
  private let shelf: any KnowledgeShelf

  /// Reads from `shelf`.
  init(_ shelf: any KnowledgeShelf) {
    self.shelf = shelf
  }

  /// A story with its originals, earliest first.
  struct StoryRecord {
    let story: FiledStory
    let originals: [LinkItem]
  }

  /// The group of copies of an original.
  func origin(_ root: Int) throws -> FiledOrigin {
    let members = try copies(root)
    let articles = try members.compactMap { try shelf.origins.article($0.key) }
    return FiledOrigin(
      origin: OriginBuilder.origin(articles), members: members.map(\.key))
  }

  /// An original and all that were made from it, earliest first.
  private func copies(_ leader: Int) throws -> [OriginItem] {
    try shelf.origins.members(of: leader).compactMap { try shelf.origins.origin($0) }
      .sorted { $0.order < $1.order }
  }

  /// The story that an item leads.
  func story(_ leader: LinkItem) throws -> StoryRecord {
    let originals = try shelf.stories.members(of: leader.key)
      .compactMap { try shelf.stories.item($0) }.sorted { $0.order < $1.order }
    let members = try originals.flatMap { try copies($0.key) }.sorted { $0.order < $1.order }
    let story = StoryBuilder.story(
      try members.compactMap { try shelf.brief($0.key) },
      originals: try originals.map { ($0, try shelf.brief($0.key)?.headline) })
    return StoryRecord(
      story: FiledStory(story: story, leader: leader.key, members: members.map(\.key)),
      originals: originals)
  }

  /// The topic that a story leads.
  func topic(_ leader: LinkItem) throws -> FiledTopic {
    let stories = try shelf.topics.members(of: leader.key)
      .compactMap { try shelf.topics.item($0) }.sorted { $0.order < $1.order }
      .compactMap { try shelf.stories.item($0.key) }.map { try story($0) }
    return try TopicBuilder(shelf).topic(stories, order: leader.order)
  }
}
