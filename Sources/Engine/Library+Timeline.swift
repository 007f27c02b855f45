import Knowledge
public import NewsModel
import Primitives
import Storage

extension Library {
  /// The days that a topic turns on, earliest first, each with the sentences that tell what happened.
  public func timeline(of topic: Topic) throws -> [TimelineView] {
    try timeline(of: store.filed(topic.articles))
  }

  /// The days that all articles together turn on, as if the library were one topic.
  public func timelineOfAll() throws -> [TimelineView] {
    try timeline(of: store.filed(store.articleIDs()))
  }

  /// What became of each happening that the library's articles announce, by its date.
  public func followedEvents() throws -> [FollowedEventView] {
    try followedEvents(in: store.filed(store.articleIDs()))
  }

  /// What became of each happening that a topic's articles announce, by its date.
  public func followedEvents(of topic: Topic) throws -> [FollowedEventView] {
    try followedEvents(in: store.filed(topic.articles))
  }

  /// The sentence that a citation stands in, as a citation.
  func sentence(of citation: Citation) throws -> Citation {
    guard let filed = try store.filed(citation.article, ordinal: citation.ordinal) else {
      return citation
    }
    return Citation(citation.sentence, of: filed) ?? citation
  }

  private func followedEvents(in articles: [FiledArticle]) throws -> [FollowedEventView] {
    var byVersion: [VersionID: FiledArticle] = [:]
    for filed in articles { byVersion[filed.version.id] = filed }
    func citation(_ passage: Passage) -> Citation? {
      byVersion[passage.version].flatMap { Citation(passage.range, of: $0) }
    }
    return EventFollower().follow(articles).compactMap { event in
      citation(event.announcement).map {
        FollowedEventView(
          event: event, announcement: $0, report: event.report.flatMap(citation))
      }
    }
  }

  private func timeline(of articles: [FiledArticle]) throws -> [TimelineView] {
    var byVersion: [VersionID: FiledArticle] = [:]
    for filed in articles { byVersion[filed.version.id] = filed }
    return TimelineBuilder().timeline(of: articles).compactMap { entry in
      let citations = entry.sentences.compactMap { passage in
        byVersion[passage.version].flatMap { Citation(passage.range, of: $0) }
      }
      return NonEmpty(citations).map { TimelineView(entry: entry, citations: $0) }
    }
  }
}
