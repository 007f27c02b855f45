import NewsModel
import Primitives

@testable import Knowledge

/// Articles for tests, written by hand.
enum Sample {
  /// An article without analysis.
  static func article(
    _ id: String, _ title: String? = nil, _ text: String, outlet: String? = "Harbour Times",
    published: String? = "2024-03-01", credits: [String] = [], analysis: Analysis = Analysis()
  ) -> AnalysedArticle {
    let article = Article(
      id: ArticleID(id), outlet: outlet, title: title,
      published: published.flatMap { CivilTime(iso8601: $0) }, text: text, credits: credits)
    return AnalysedArticle(
      version: ArticleVersion(
        id: VersionID(Digest(fields: [id, text]).short()), ordinal: 1, article: article),
      analysis: analysis)
  }
}
