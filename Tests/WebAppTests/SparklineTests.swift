import Composition
import NewsModel
import Primitives
import Testing

@testable import WebApp

struct SparklineTests {
  private func trend(_ counts: [Int], binDays: Int = 7) throws -> Trend {
    let first = try #require(CivilDate(year: 2023, month: 5, day: 1))
    let bins = counts.enumerated().map { place, count in
      Trend.Bin(
        day: CivilTime(first.adding(days: place * binDays)), origins: count, articles: count)
    }
    return Trend(binDays: binDays, bins: bins, origins: counts.reduce(0, +), outlets: 1, burst: 1)
  }

  @Test func `the drawing says in words where most was written`() throws {
    let line = Sparkline(trend: try trend([1, 3, 0, 3]), width: 100, height: 10)
    #expect(line.sentence == "most in the week of 8 May 2023, with three origins")
    #expect(line.render().markup.contains("1-28 May 2023: most in the week of"))
  }

  @Test func `a year of days is drawn in at most sixty bars`() throws {
    let counts = Array(repeating: 1, count: 365)
    let markup = Sparkline(trend: try trend(counts, binDays: 1), width: 100, height: 10).render()
      .markup
    let bars = markup.split(separator: "class=\"bar\"").count - 1
    #expect((50...60).contains(bars))
  }

  @Test(arguments: [[], [5]])
  func `one span or none is not drawn`(counts: [Int]) throws {
    #expect(Sparkline(trend: try trend(counts), width: 100, height: 10).render().markup == "")
  }
}
