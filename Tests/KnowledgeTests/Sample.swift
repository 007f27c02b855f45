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

  /// The groups of copies among some articles, by their places.
  static func copies(_ articles: [AnalysedArticle]) throws -> [[Int]] {
    let shelf = MemoryShelf { articles.indices.contains($0) ? articles[$0].article : nil }
    var filer = Filer(shelf)
    for (place, article) in articles.enumerated() { try filer.add(place, article.article) }
    return try filer.finish().origins.map { $0.members.sorted() }
      .sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  /// An article for a list.
  static func brief(published: CivilTime? = nil) -> ArticleBrief {
    ArticleBrief(id: ArticleID("x"), outlet: nil, title: nil, published: published)
  }
}
