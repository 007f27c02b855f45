package import NewsModel
package import Primitives

/// Builds a topic from its stories.
struct TopicBuilder {
  private let shelf: any KnowledgeShelf

  /// Reads articles from `shelf`.
  init(_ shelf: any KnowledgeShelf) {
    self.shelf = shelf
  }

  /// The topic of some stories, earliest first; the first article of the first stands at `order`.
  func topic(_ stories: [FilingRecords.StoryRecord], order: PublicationOrder) throws -> FiledTopic {
    let originals = Set(stories.flatMap { $0.originals.map(\.key) })
    var members: [(order: PublicationOrder, brief: ArticleBrief, isOriginal: Bool)] = []
    for key in stories.flatMap(\.story.members) {
      guard let brief = try shelf.brief(key), let item = try shelf.origins.origin(key) else {
        continue
      }
      members.append((item.order, brief, originals.contains(key)))
    }
    members.sort { $0.order < $1.order }
    return FiledTopic(
      leader: ArticleID(order.article), order: order,
      name: try TopicNamer(shelf).name(of: stories),
      stories: Self.latestFirst(stories.map(\.story.story)), articles: members.map(\.brief.id),
      trend: TrendBuilder.trend(
        members.map(\.brief), originals: members.filter(\.isOriginal).map(\.brief)))
  }

  private static func latestFirst(_ stories: [Story]) -> [StoryID] {
    let sorted = stories.sorted { a, b in
      switch (a.lastDay, b.lastDay) {
      case (let mine?, let theirs?) where mine != theirs: mine > theirs
      case (nil, _?): false
      case (_?, nil): true
      default: a.id < b.id
      }
    }
    return sorted.map(\.id)
  }
}

extension Topic {
  /// Whether a topic comes before another: by origins, outlets, latest day, then name and first article.
  package static func isBigger(_ a: Topic, _ b: Topic) -> Bool {
    if a.trend.origins != b.trend.origins { return a.trend.origins > b.trend.origins }
    if a.trend.outlets != b.trend.outlets { return a.trend.outlets > b.trend.outlets }
    switch (a.trend.lastDay, b.trend.lastDay) {
    case (let mine?, let theirs?) where mine != theirs: return mine > theirs
    case (nil, _?): return false
    case (_?, nil): return true
    default: return (a.name, a.id) < (b.name, b.id)
    }
  }
}

extension Trend {
  /// The last day that it counts.
  package var lastDay: CivilDate? {
    bins.last.map { CivilDate(daysSinceEpoch: $0.day.date.daysSinceEpoch + binDays - 1) }
  }
}
