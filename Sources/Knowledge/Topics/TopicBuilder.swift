import NewsModel
import Primitives

/// Builds topics from stories.
struct TopicBuilder {
  private let articles: [ArticleID: Article]

  /// Reads the articles.
  init(_ articles: [AnalysedArticle]) {
    self.articles = Dictionary(
      articles.map { ($0.article.id, $0.article) }, uniquingKeysWith: { a, _ in a })
  }

  /// The topics of the stories, biggest first.
  func topics(_ stories: [Story]) -> [Topic] {
    var taken: Set<String> = []
    let topics = stories.map { story in
      Topic(
        id: TopicID(Slug.unique(story.headline, &taken)), name: story.headline,
        stories: [story.id], articles: story.articles, trend: trend(story))
    }
    return topics.sorted { a, b in
      if a.trend.origins != b.trend.origins { return a.trend.origins > b.trend.origins }
      if a.trend.outlets != b.trend.outlets { return a.trend.outlets > b.trend.outlets }
      return a.id < b.id
    }
  }

  private func trend(_ story: Story) -> Trend {
    let outlets = Set(story.articles.compactMap { articles[$0]?.outlet })
    return Trend(
      binDays: 1, bins: [], origins: story.articles.count, outlets: outlets.count, burst: 1)
  }
}
