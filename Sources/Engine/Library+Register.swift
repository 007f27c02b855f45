import NewsModel
public import Primitives
import Storage

/// An outlet in the register.
public struct OutletView: Sendable, Hashable, Codable {
  /// Its name; empty when the articles do not give one.
  public let outlet: String
  /// How many articles, current versions.
  public let articles: Int
  /// How many of them are copies of an earlier article.
  public let copies: Int
  /// How many times it changed an article after publication.
  public let corrections: Int
}

/// A change that an outlet made to an article after it was published.
public struct ChangeView: Sendable, Codable {
  /// The article as it is now.
  public let article: ArticleSummary
  /// The ordinal of the version that came.
  public let ordinal: Int
  /// When, as far as the article says.
  public let time: CivilTime?
  /// How many sentences of the version before are gone.
  public let sentences: Int
}

extension Library {
  /// The outlets, those with most articles first.
  public func outlets() throws -> [OutletView] {
    try store.outlets().map {
      OutletView(
        outlet: $0.outlet, articles: $0.articles, copies: $0.copies, corrections: $0.corrections)
    }
  }

  /// What outlets changed after publication, the latest filed first.
  public func changes(limit: Int) throws -> [ChangeView] {
    try store.replacements(limit: limit).compactMap { row in
      guard let filed = try store.filed(row.article, ordinal: row.ordinal) else { return nil }
      let before = try store.filed(row.article, ordinal: row.ordinal - 1)
      let kept = Set(filed.analysis.sentences.map { filed.text[$0] })
      let gone = before.map { old in
        old.analysis.sentences.count { !kept.contains(old.text[$0]) }
      }
      let article = filed.version.article
      return ChangeView(
        article: ArticleSummary(filed), ordinal: row.ordinal,
        time: article.modified ?? article.published, sentences: gone ?? 0)
    }
  }
}
