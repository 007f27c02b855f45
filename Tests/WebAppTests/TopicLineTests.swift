import Composition
import NewsModel
import Primitives
import Testing

@testable import WebApp

struct TopicLineTests {
  private func line(burst: Double, now: String) throws -> String {
    let bins = try ["2023-07-01", "2023-07-08", "2023-07-15"].map { day in
      Trend.Bin(day: try #require(CivilTime(iso8601: day)), origins: 1, articles: 1)
    }
    let topic = Topic(
      id: TopicID("rain"), name: "Rain", stories: [], articles: [],
      trend: Trend(binDays: 7, bins: bins, origins: 3, outlets: 1, burst: burst))
    return TopicLine(topic: topic, now: try #require(CivilTime(iso8601: now))).render().markup
  }

  @Test(arguments: [(2.0, "rising"), (1.0, "steady"), (0.4, "falling")])
  func `a topic of these days has a trend`(burst: Double, word: String) throws {
    #expect(try line(burst: burst, now: "2023-08-01").contains(word))
  }

  @Test func `what was rising last year is not rising now`() throws {
    let line = try line(burst: 2, now: "2024-10-28")
    #expect(!line.contains("rising"))
    #expect(line.contains("nothing new since"))
    #expect(line.contains("21 July 2023"))
  }
}
