import Knowledge
import NewsModel
import Primitives
import Storage

/// Files versions into the tables of a transaction: what they change among copies, stories and topics.
enum ArticleFiler {
  /// Files the versions that became current and takes out those that ceased to be.
  static func file(_ changed: CurrentChanges, _ tables: FilingTables) throws {
    var filer = Filer(StoredShelf(tables))
    for version in changed.replaced {
      try filer.remove(version)
      try tables.dropFiling(version)
    }
    // In order of publication, so that one of them seldom changes another.
    for version in try tables.inOrder(changed.current) {
      guard let (filed, analysis) = try tables.analysed(version) else { continue }
      try filer.add(version, filed.article)
      try tables.keep(names: names(filed, analysis), of: version)
    }
    try write(filer.finish(), tables)
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
    let drafts = changes.topics.map { filed in
      TopicDraft(
        leader: filed.leader, moment: filed.order.moment, slug: filed.slug,
        lastDay: filed.trend.lastDay?.daysSinceEpoch, topic: filed.topic(TopicID("")))
    }
    try tables.keep(drafts, dropping: changes.goneTopics) { FiledTopic.id(slug: $0, place: $1) }
  }
}
