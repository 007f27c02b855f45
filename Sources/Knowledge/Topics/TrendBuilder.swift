import NewsModel
import Primitives

/// Counts how much was written, span by span, by origins and outlets.
struct TrendBuilder {
  /// The spans before the last one that make the usual level.
  private static let usualSpans = 12

  /// The trend of some articles; `originals` are those of them that are no copies.
  static func trend(_ members: [ArticleBrief], originals: [ArticleBrief]) -> Trend {
    let days = members.compactMap { $0.published?.date.daysSinceEpoch }
    let outlets = Set(members.compactMap(\.outlet)).count
    guard let first = days.min(), let last = days.max() else {
      return Trend(
        binDays: 1, bins: [], origins: originals.count, outlets: outlets, burst: 1)
    }
    let width = binDays(spanning: last - first + 1)
    let bins = bins(
      articles: days, origins: originals.compactMap { $0.published?.date.daysSinceEpoch },
      last: last, width: width, count: (last - first) / width + 1)
    return Trend(
      binDays: width, bins: bins, origins: originals.count, outlets: outlets, burst: burst(bins))
  }

  private static func binDays(spanning days: Int) -> Int {
    if days <= 45 { return 1 }
    return days <= 400 ? 7 : 30
  }

  /// Spans of equal length of which the last ends on the last day, so that it is not cut short.
  private static func bins(
    articles: [Int], origins: [Int], last: Int, width: Int, count: Int
  ) -> [Trend.Bin] {
    var articleCounts = [Int](repeating: 0, count: count)
    var originCounts = articleCounts
    for day in articles { articleCounts[count - 1 - (last - day) / width] += 1 }
    for day in origins { originCounts[count - 1 - (last - day) / width] += 1 }
    return (0..<count).map { index in
      let day = CivilDate(daysSinceEpoch: last - (count - index) * width + 1)
      return Trend.Bin(
        day: CivilTime(day), origins: originCounts[index], articles: articleCounts[index])
    }
  }

  /// The last span over the mean of the spans before it, each with half an origin added.
  private static func burst(_ bins: [Trend.Bin]) -> Double {
    guard let last = bins.last, bins.count > 1 else { return 1 }
    let before = bins.dropLast().suffix(usualSpans)
    let usual = Double(before.reduce(0) { $0 + $1.origins }) / Double(before.count)
    return (Double(last.origins) + 0.5) / (usual + 0.5)
  }
}
