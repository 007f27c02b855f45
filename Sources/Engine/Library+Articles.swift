public import NewsModel
import Storage

extension Library {
  /// The names of all articles, by publication time.
  public func articleIDs() throws -> [ArticleID] { try store.articleIDs() }

  /// Articles for a list, in the order of the names; unknown names are left out.
  public func summaries(_ ids: [ArticleID]) throws -> [ArticleSummary] {
    try store.filedTexts(ids).map { ArticleSummary($0) }
  }

  /// The version of an article that is filed; the current one when no ordinal is given.
  public func filed(_ id: ArticleID, ordinal: Int? = nil) throws -> FiledArticle? {
    try store.filed(id, ordinal: ordinal)
  }

  /// All that an article's page shows; nil when there is no such article or version.
  public func article(_ id: ArticleID, ordinal: Int? = nil) throws -> ArticleView? {
    guard let filed = try store.filed(id, ordinal: ordinal) else { return nil }
    let origin =
      try store.origin(filed.origin)
      ?? Origin(id: filed.origin, articles: [id], source: nil)
    let topics = try filed.story.map { try store.topics(of: $0) } ?? []
    var profiles: [EntityID: EntityProfile] = [:]
    for entity in filed.entities { profiles[entity] = try store.entity(entity) }
    return ArticleView(
      filed: filed, ordinals: Array(1...max(1, try store.versionCount(id))), origin: origin,
      sameOrigin: try summaries(origin.articles.filter { $0 != id }),
      related: try related(to: filed, topics: topics, leavingOut: Set(origin.articles)),
      sameSection: try summaries(store.sameSection(as: filed.version.article, limit: 5)),
      topics: topics, profiles: profiles)
  }

  private func related(
    to filed: FiledArticle, topics: [Topic], leavingOut known: Set<ArticleID>
  ) throws -> [ArticleSummary] {
    let story = try filed.story.flatMap { try store.story($0) }
    var seen = known
    seen.insert(filed.version.article.id)
    var chosen: [ArticleSummary] = []
    for id in (story?.articles ?? []) + topics.flatMap({ $0.articles.reversed() }) {
      guard chosen.count < 6 else { break }
      guard seen.insert(id).inserted, let other = try summaries([id]).first else { continue }
      if !other.isCopy { chosen.append(other) }
    }
    return chosen
  }
}
