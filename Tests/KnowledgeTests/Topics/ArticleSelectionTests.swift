import NewsModel
import Primitives
import Testing

@testable import Knowledge

struct ArticleSelectionTests {
  private let candidates: [ArticleSelection.Candidate]
  private let stories: [Story]
  private let trend: Trend

  /// Three thousand articles over three thousand days, each third one a copy, in thirty stories of which the tenth is the biggest.
  init() throws {
    let first = try #require(CivilDate(year: 2020, month: 1, day: 1))
    candidates = (0..<3000).map { number in
      ArticleSelection.Candidate(
        article: ArticleID("a\(number)"), isCopy: number % 3 == 2,
        day: number % 50 == 49 ? nil : first.adding(days: number))
    }
    stories = (0..<30).map { number in
      let range = (number * 100)..<(number * 100 + (number == 10 ? 100 : 40))
      return Story(
        id: StoryID("s\(number)"), headline: "A headline",
        articles: range.map { ArticleID("a\($0)") }, firstDay: nil, lastDay: nil)
    }
    trend = Trend(
      binDays: 30,
      bins: (0..<100).map {
        Trend.Bin(day: CivilTime(first.adding(days: 30 * $0)), origins: 20, articles: 30)
      }, origins: 2000, outlets: 12, burst: 1)
  }

  private var chosen: [ArticleID] {
    ArticleSelection.chosen(among: candidates, stories: stories, trend: trend)
  }

  @Test func `so many are chosen, in order, each once, originals before copies`() {
    let places = chosen.compactMap { id in candidates.firstIndex { $0.article == id } }
    #expect(places.count == ArticleSelection.most)
    #expect(places == Set(places).sorted())
    #expect(!places.contains { candidates[$0].isCopy })
  }

  @Test func `every span, the biggest story and the newest are there`() throws {
    let ids = Set(chosen)
    let first = try #require(trend.bins.first?.day.date)
    let spans = Set(
      candidates.filter { ids.contains($0.article) }.compactMap(\.day).map {
        ($0.daysSinceEpoch - first.daysSinceEpoch) / 30
      })
    #expect(spans == Set(0..<100))
    for story in stories { #expect(story.articles.contains(where: ids.contains)) }
    #expect(ids.contains(ArticleID("a2998")))
    #expect(ids.contains(ArticleID("a0")))
  }

  @Test func `where originals are few copies fill the room`() {
    let all = candidates.map {
      ArticleSelection.Candidate(
        article: $0.article, isCopy: $0.article != ArticleID("a7"), day: nil)
    }
    let chosen = ArticleSelection.chosen(among: all, stories: stories, trend: trend)
    #expect(chosen.count == ArticleSelection.most)
    #expect(chosen.first == ArticleID("a7"))
    #expect(chosen.last == ArticleID("a2999"))
  }
}
