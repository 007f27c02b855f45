import Composition
import NewsModel
import Primitives

/// A topic's coverage as a row of small bars, with the same in words.
///
/// A bar's full colour counts origins, its pale top the copies of them.
struct Sparkline {
  let trend: Trend
  let width: Int
  let height: Int

  private static let mostBars = 60
  /// In tenths of a unit of the drawing.
  private static let widestBar = 140

  func render() -> HTML {
    let bars = Self.bars(trend)
    guard let first = bars.first, let last = bars.last, bars.count > 1 else { return HTML() }
    let top = max(1, bars.map(\.articles).max() ?? 1)
    // Positions are whole numbers of a tenth of a pixel, so that the bytes do not depend on rounding.
    let step = width * 10 / bars.count
    var marks = HTML()
    for (index, bar) in bars.enumerated() where bar.articles > 0 {
      let all = max(10, bar.articles * height * 10 / top)
      let own = max(10, bar.origins * height * 10 / top)
      let left = index * step
      marks += rectangle("copies", left, all, step)
      marks += rectangle("bar", left, min(own, all), step)
    }
    return """
      <figure class="trend"><svg class="spark" viewBox="0 0 \(width) \(height + 1)" role="img" \
      aria-label="\(sentence)" preserveAspectRatio="none">\(marks)\
      <line class="base" x1="0" x2="\(width)" y1="\(height)" y2="\(height)"/></svg>\
      <figcaption>\(Words.span(first.day, end(of: last.day))): \(sentence)</figcaption></figure>
      """
  }

  /// What the drawing shows.
  var sentence: String {
    let bars = trend.bins
    guard let peak = bars.max(by: { ($0.origins, $1.day) < ($1.origins, $0.day) }) else {
      return "no dated article"
    }
    if peak.origins == 1 { return "never more than one origin \(span)" }
    let unit =
      trend.binDays == 1 ? "on" : trend.binDays == 7 ? "in the week of" : "in the month from"
    let count = NewspaperStyle.count(peak.origins, "origin")
    return "most \(unit) \(NewspaperStyle.day(peak.day.date)), with \(count)"
  }

  private var span: String {
    trend.binDays == 1 ? "a day" : trend.binDays == 7 ? "a week" : "a month"
  }

  private func rectangle(_ name: HTML, _ left: Int, _ tall: Int, _ step: Int) -> HTML {
    // A few wide blocks would look like a flag: the bars stay bars.
    let gap = max(step - Self.widestBar, min(10, step / 4))
    return """
      <rect class="\(name)" x="\(tenths(left))" y="\(tenths(height * 10 - tall))" \
      width="\(tenths(step - gap))" height="\(tenths(tall))"/>
      """
  }

  private func tenths(_ value: Int) -> String {
    value % 10 == 0 ? "\(value / 10)" : "\(value / 10).\(value % 10)"
  }

  private func end(of day: CivilTime) -> CivilTime {
    CivilTime(day.date.adding(days: trend.binDays - 1))
  }

  /// The bins, several taken together when there are more than can be drawn.
  private static func bars(_ trend: Trend) -> [Trend.Bin] {
    let together = (trend.bins.count + mostBars - 1) / mostBars
    guard together > 1 else { return trend.bins }
    return stride(from: 0, to: trend.bins.count, by: together).map { start in
      let group = trend.bins[start..<min(start + together, trend.bins.count)]
      return Trend.Bin(
        day: trend.bins[start].day, origins: group.reduce(0) { $0 + $1.origins },
        articles: group.reduce(0) { $0 + $1.articles })
    }
  }
}
