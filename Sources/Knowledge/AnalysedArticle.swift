public import NewsModel

/// The current version of an article with its analysis: what knowledge across articles is made from.
public struct AnalysedArticle: Sendable {
  /// The version.
  public let version: ArticleVersion
  /// What it says.
  public let analysis: Analysis

  /// Joins a version and its analysis.
  public init(version: ArticleVersion, analysis: Analysis) {
    self.version = version
    self.analysis = analysis
  }

  /// The article itself.
  var article: Article { version.article }
}

extension AnalysedArticle {
  /// The articles earliest first, undated ones last, ties by id; one version of each article.
  ///
  /// Everything in Knowledge works in this order, so the order in which articles arrive does not matter.
  static func inOrder(_ articles: [AnalysedArticle]) -> [AnalysedArticle] {
    var current: [ArticleID: AnalysedArticle] = [:]
    for article in articles {
      let id = article.article.id
      if let known = current[id], !article.replaces(known) { continue }
      current[id] = article
    }
    return current.values.sorted {
      PublicationOrder($0.article) < PublicationOrder($1.article)
    }
  }

  private func replaces(_ other: AnalysedArticle) -> Bool {
    (version.ordinal, version.id) > (other.version.ordinal, other.version.id)
  }
}
