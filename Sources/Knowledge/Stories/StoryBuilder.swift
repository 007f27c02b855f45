import NewsModel
import Primitives

/// Builds the stories of a library.
struct StoryBuilder {
  /// The stories, earliest first.
  let stories: [Story]

  /// Groups articles in order of publication; `copies` are the groups that share an origin.
  init(_ articles: [AnalysedArticle], _ features: [ArticleFeatures], _ copies: [[Int]]) {
    let grouping = StoryGrouping(features, TermVectors(features))
    let copiesOfFirst = Dictionary(
      copies.map { ($0.first ?? 0, $0) }, uniquingKeysWith: { a, _ in a })
    stories = grouping.groups(of: copies.compactMap(\.first)).map { originals in
      let members = originals.flatMap { copiesOfFirst[$0] ?? [] }.sorted()
      return Self.story(
        members.map { articles[$0].article },
        headline: Self.central(originals, grouping, articles))
    }
  }

  private static func story(_ members: [Article], headline: String?) -> Story {
    let days = members.compactMap(\.published)
    let first = members.first?.id.rawValue ?? ""
    return Story(
      id: StoryID(Digest(fields: ["story", first]).short()),
      headline: headline ?? members.lazy.compactMap(\.title).first ?? "Untitled article",
      articles: members.map(\.id), firstDay: days.min(), lastDay: days.max())
  }

  /// The headline of the original article that is most like the others; the earliest of equals.
  private static func central(
    _ originals: [Int], _ grouping: StoryGrouping, _ articles: [AnalysedArticle]
  ) -> String? {
    let titled = originals.filter { !(articles[$0].article.title ?? "").isEmpty }
    let others = originals.prefix(64)
    var best: (article: Int, score: Float)?
    for candidate in titled.prefix(64) {
      let score = others.reduce(Float(0)) { sum, other in
        other == candidate ? sum : sum + grouping.likeness(candidate, other)
      }
      if score > best?.score ?? -.infinity { best = (candidate, score) }
    }
    return best.flatMap { articles[$0.article].article.title }
  }
}
