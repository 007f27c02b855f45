import NewsModel
import Primitives

/// A story with what topics need of it: its originals, by their places in order of publication.
struct GroupedStory {
  /// The story.
  let story: Story
  /// The articles that are no copies.
  let originals: [Int]
  /// All its articles.
  let members: [Int]
}

/// Builds the stories of a library.
struct StoryBuilder {
  private let articles: [AnalysedArticle]
  private let grouping: StoryGrouping
  private let copies: [[Int]]

  /// Knows the articles in order of publication; `copies` are the groups that share an origin.
  init(
    _ articles: [AnalysedArticle], _ features: [ArticleFeatures], _ vectors: TermVectors,
    copies: [[Int]]
  ) {
    self.articles = articles
    self.copies = copies
    grouping = StoryGrouping(features, vectors)
  }

  /// The stories, earliest first.
  func stories() -> [GroupedStory] {
    var copiesOfFirst: [Int: [Int]] = [:]
    for group in copies { copiesOfFirst[group[0]] = group }
    return grouping.groups(of: copies.map { $0[0] }).map { originals in
      let members = originals.flatMap { copiesOfFirst[$0] ?? [$0] }.sorted()
      return GroupedStory(
        story: story(members, headline: centralHeadline(originals)), originals: originals,
        members: members)
    }
  }

  private func story(_ places: [Int], headline: String?) -> Story {
    let members = places.map { articles[$0].article }
    let days = members.compactMap(\.published)
    let first = members.first?.id.rawValue ?? ""
    return Story(
      id: StoryID(Digest(fields: ["story", first]).short()),
      headline: headline ?? members.lazy.compactMap(\.headline).first ?? "Untitled article",
      articles: members.map(\.id), firstDay: days.min(), lastDay: days.max())
  }

  /// The headline of the original article that is most like the others; the earliest of equals.
  private func centralHeadline(_ originals: [Int]) -> String? {
    let titled = originals.filter { articles[$0].article.headline != nil }
    let others = originals.prefix(64)
    var best: (article: Int, score: Float)?
    for candidate in titled.prefix(64) {
      let score = others.reduce(Float(0)) { sum, other in
        other == candidate ? sum : sum + grouping.likeness(candidate, other)
      }
      if score > best?.score ?? -.infinity { best = (candidate, score) }
    }
    return best.flatMap { articles[$0.article].article.headline }
  }
}

extension Article {
  /// The headline without white space around it; nil when there is none.
  var headline: String? {
    guard let title else { return nil }
    let text = UTF8Text(title)
    let words = text.trimmed(text.fullRange)
    return words.isEmpty ? nil : text[words]
  }
}
