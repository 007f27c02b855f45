import Knowledge
import NewsModel
import Primitives
import Storage

/// Files versions into the tables of a transaction: what they change among copies, stories and topics.
enum ArticleFiler {
  /// Files the versions that became current and takes out those that ceased to be.
  static func file(
    _ changed: CurrentChanges, _ tables: FilingTables, _ memory: FilingMemory
  ) throws {
    var filer = try memory.filer(changed, tables)
    for version in changed.replaced {
      try filer.remove(version)
      try tables.dropFiling(version)
    }
    // In order of publication, so that one of them seldom changes another.
    for version in try tables.inOrder(changed.current) {
      let input = changed.inputs[version]
      let known =
        try input.map {
          (ArticleVersion(id: $0.id, ordinal: 0, article: $0.article), $0.analysis)
        } ?? tables.analysed(version)
      guard let (filed, analysis) = known else { continue }
      try filer.add(version, filed.article)
      try tables.keep(names: names(filed, analysis), of: version)
    }
    try write(filer.finishStories(), tables)
    memory.keep(filer, try tables.state())
  }

  /// Builds and names topics that filing left to be built.
  static func buildTopics(_ leaders: [Int], _ tables: FilingTables) throws {
    let changes = try Filer(StoredShelf(tables)).topicChanges(leaders)
    let drafts = changes.topics.map { filed in
      TopicDraft(
        leader: filed.leader, moment: filed.order.moment, slug: filed.slug,
        lastDay: filed.trend.lastDay?.daysSinceEpoch, topic: filed.topic(TopicID("")))
    }
    try tables.keep(drafts, dropping: changes.goneTopics) { FiledTopic.id(slug: $0, place: $1) }
  }

  /// The document of an article's names.
  static func names(_ version: ArticleVersion, _ analysis: Analysis) throws -> String {
    try CanonicalJSON.string(ArticleNames(version, analysis).entities)
  }

  private static func write(_ changes: FilingChanges, _ tables: FilingTables) throws {
    for origin in changes.goneOrigins { try tables.drop(origin) }
    for story in changes.goneStories { try tables.drop(story) }
    for filed in changes.origins { try tables.keep(filed.origin, versions: filed.members) }
    for filed in changes.stories { try tables.keep(filed.story, versions: filed.members) }
    try tables.keep(dueTopics: changes.dueTopics)
  }
}
