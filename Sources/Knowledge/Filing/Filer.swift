package import NewsModel
import Primitives

/// Files articles one at a time: works out what each changes among origins, stories and topics, and nothing else.
///
/// The state after some filings is a function of the articles alone: it does not depend on the order in which they
/// came, nor on how often `finish` was called between. Numbers of articles are the caller's; no result depends on them.
package struct Filer {
  /// How many of a story's first articles stand for it in its topic.
  private static let articlesOfStory = 8

  private let shelf: any KnowledgeShelf
  private var origins: OriginLinker
  private var stories: Linker
  private var topics: Linker
  /// The names of articles that were taken out, by number.
  private var names: [Int: ArticleID] = [:]
  /// The articles whose lists of copies must be written again.
  private var touchedOrigins: Set<Int> = []

  /// Files onto `shelf`.
  package init(_ shelf: any KnowledgeShelf) {
    self.shelf = shelf
    origins = OriginLinker(shelf.origins)
    stories = Linker(.stories, shelf.stories)
    topics = Linker(.topics, shelf.topics)
  }

  /// Files the current version of an article under its number.
  package mutating func add(_ key: Int, _ article: Article) throws {
    try origins.add(key, article)
    try followOrigins()
  }

  /// Takes out a version that is current no more; the shelf must still have its article.
  package mutating func remove(_ key: Int) throws {
    names[key] = try shelf.brief(key)?.id
    try origins.remove(key)
    try followOrigins()
  }

  /// What has changed since this was last called, topics included.
  package mutating func finish() throws -> FilingChanges {
    var changes = try storyChanges()
    changes.append(try topicChanges(changes.dueTopics))
    names = [:]
    return changes
  }

  /// What has changed among copies and stories since this was last called, and which topics have to be built again.
  package mutating func finishStories() throws -> FilingChanges {
    defer { names = [:] }
    return try storyChanges()
  }

  private mutating func storyChanges() throws -> FilingChanges {
    var changes = FilingChanges()
    let records = FilingRecords(shelf)
    for key in touchedOrigins.sorted() {
      if let item = try shelf.origins.origin(key), !item.isCopy {
        changes.origins.append(try records.origin(key))
      } else if let id = try id(key) {
        changes.goneOrigins.append(OriginBuilder.id(first: id))
      }
    }
    touchedOrigins = []
    try finishStories(&changes, records)
    var due = topics.takeTouched()
    for story in changes.stories {
      if let item = try shelf.topics.item(story.leader) { due.insert(item.leader) }
    }
    changes.dueTopics = due.sorted()
    return changes.withoutRevived()
  }

  /// Builds the topics that some stories lead, or led: a topic is named from its texts, so it is built when all is filed.
  ///
  /// Of one article no version may lead a topic while another, which led one before, is left to a later call.
  package func topicChanges(_ leaders: [Int]) throws -> FilingChanges {
    var changes = FilingChanges()
    let records = FilingRecords(shelf)
    for leader in leaders {
      if let item = try shelf.topics.item(leader), item.leader == leader {
        changes.topics.append(try records.topic(item))
      } else if let id = try id(leader) {
        changes.goneTopics.append(id)
      }
    }
    return changes.withoutRevived()
  }

  private func id(_ key: Int) throws -> ArticleID? { try names[key] ?? shelf.brief(key)?.id }

  /// Brings the changes among copies to the stories: only originals are in the index of stories.
  private mutating func followOrigins() throws {
    for key in origins.takeTouched().sorted() {
      touchedOrigins.insert(key)
      if let item = try shelf.origins.origin(key), !item.isCopy {
        guard try shelf.stories.item(key) == nil, let article = try shelf.origins.article(key)
        else { continue }
        try stories.add(key, order: item.order, vector: TermVector(ArticleFeatures(article).terms))
      } else {
        try stories.remove(key)
      }
    }
  }

  private mutating func finishStories(_ changes: inout FilingChanges, _ records: FilingRecords)
    throws
  {
    var leaders = stories.takeTouched()
    for origin in changes.origins {
      if let root = origin.members.first, let item = try shelf.stories.item(root) {
        leaders.insert(item.leader)
      }
    }
    for leader in leaders.sorted() {
      guard let item = try shelf.stories.item(leader), item.leader == leader else {
        if let id = try id(leader) { changes.goneStories.append(StoryBuilder.id(first: id)) }
        try topics.remove(leader)
        continue
      }
      let filed = try records.story(item)
      changes.stories.append(filed.story)
      let first = filed.originals.prefix(Self.articlesOfStory).map(\.vector)
      try topics.add(leader, order: item.order, vector: TermVector(middleOf: Array(first)))
    }
  }
}

extension FilingChanges {
  /// Without the gone that are there again: a new version of an article has another number and the same names.
  fileprivate func withoutRevived() -> FilingChanges {
    var changes = self
    let origins = Set(self.origins.map(\.origin.id))
    changes.goneOrigins.removeAll { origins.contains($0) }
    let stories = Set(self.stories.map(\.story.id))
    changes.goneStories.removeAll { stories.contains($0) }
    let topics = Set(self.topics.map(\.leader))
    changes.goneTopics.removeAll { topics.contains($0) }
    return changes
  }
}
