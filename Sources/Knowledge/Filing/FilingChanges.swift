package import NewsModel

/// A group of copies.
package struct FiledOrigin: Sendable {
  package let origin: Origin
  /// The numbers of its articles, earliest first.
  package let members: [Int]
}

/// A story.
package struct FiledStory: Sendable {
  package let story: Story
  /// The number of the article that began it.
  package let leader: Int
  /// The numbers of its articles, copies included, earliest first.
  package let members: [Int]
}

/// A topic before it has an address: two topics may have one name.
package struct FiledTopic: Sendable {
  /// The article that began its first story: what the topic is known by.
  package let leader: ArticleID
  /// Where that article stands: of two topics of one name the earlier has the plain address.
  package let order: PublicationOrder
  package let name: String
  package let stories: [StoryID]
  package let articles: [ArticleID]
  package let trend: Trend

  /// The address that it has when no other topic wants it.
  package var slug: String { Slug.of(name) }

  /// The topic at an address.
  package func topic(_ id: TopicID) -> Topic {
    Topic(id: id, name: name, stories: stories, articles: articles, trend: trend)
  }

  /// The address of the topic that is the so-manyth, from 0, of those with one slug.
  ///
  /// Two hyphens: no slug has them, so the number cannot make another topic's slug.
  package static func id(slug: String, place: Int) -> TopicID {
    TopicID(place == 0 ? slug : "\(slug)--\(place + 1)")
  }
}

/// What some filings changed.
package struct FilingChanges: Sendable {
  package internal(set) var origins: [FiledOrigin] = []
  package internal(set) var goneOrigins: [OriginID] = []
  package internal(set) var stories: [FiledStory] = []
  package internal(set) var goneStories: [StoryID] = []
  package internal(set) var topics: [FiledTopic] = []
  /// The topics that are gone, by the articles that began them.
  package internal(set) var goneTopics: [ArticleID] = []
  /// The topics that came, changed or went, by the numbers of the articles that began them.
  package internal(set) var dueTopics: [Int] = []

  init() {}

  /// Adds the topics of others.
  mutating func append(_ other: FilingChanges) {
    topics += other.topics
    goneTopics += other.goneTopics
  }
}
