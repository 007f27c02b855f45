import NewsModel
import Primitives

/// Compares an article that was just fetched with the version that is filed.
enum LiveVersion {
  /// The version to file; nil when nothing that readers see has changed.
  ///
  /// What is fetched is the present state, also when the outlet gives it no newer date: then the time of
  /// the fetch is the time of the change.
  static func next(
    _ article: Article, after current: Article?, at now: CivilTime
  ) throws -> Article? {
    guard let current else { return article }
    var same = article
    same.modified = current.modified
    if try ArticleVersion.id(of: same) == ArticleVersion.id(of: current) { return nil }
    var next = article
    let stamp = current.modified ?? current.published
    guard let stamp else {
      next.modified = next.modified ?? now
      return next
    }
    if next.modified.map({ $0 <= stamp }) ?? true { next.modified = max(now, stamp) }
    return next
  }
}
