import NewsModel
import Primitives

/// The coverage trend: how many origins were published in each span of days; copies do not count.
struct CoverageGraphic {
  let material: Material
  private static let chartHeight = 200.0
  private static let top = 30.0

  private struct Bar {
    let index: Int
    let bin: Trend.Bin
    let text: CitedText
    let label: String
  }

  func compose() -> Graphic? {
    let trend = material.evidence.topic.trend
    let bars = trend.bins.enumerated().compactMap { bar($0.offset, $0.element, trend.binDays) }
    guard trend.bins.count > 1, bars.count > 1, let title = title(bars, trend) else {
      return nil
    }
    let rows = bars.compactMap(row)
    let description =
      "Columns for \(NewspaperStyle.count(trend.bins.count, Self.unit(trend.binDays))); the higher the "
      + "column, the more origins. The table beside it holds the same."
    return Graphic(
      id: "coverage", title: title, description: description,
      svg: drawing(bars, trend, title.text, description),
      table: CitedTable(
        id: "coverage", title: "Coverage over time", finding: title,
        columns: ["Published", "Origins and articles"], rows: rows))
  }

  private static func unit(_ days: Int) -> String {
    switch days {
    case 1: "day"
    case 7: "week"
    default: "month"
    }
  }

  private func bar(_ index: Int, _ bin: Trend.Bin, _ days: Int) -> Bar? {
    guard bin.articles > 0 else { return nil }
    let last = bin.day.date.adding(days: max(1, days) - 1)
    let inside = material.evidence.articles.filter { filed in
      guard let day = filed.version.article.published?.date else { return false }
      return bin.day.date <= day && day <= last
    }
    let leads = inside.compactMap { filed in
      filed.analysis.sentences.first.flatMap { Citation(filed.text.trimmed($0), of: filed) }
    }
    let words =
      "\(NewspaperStyle.digits(bin.origins)) \(bin.origins == 1 ? "origin" : "origins"), "
      + "\(NewspaperStyle.digits(bin.articles)) \(bin.articles == 1 ? "article" : "articles")"
    return NonEmpty(leads.prefix(Material.citationLimit)).map {
      Bar(
        index: index, bin: bin, text: CitedText(computed: words, citations: $0),
        label: NewspaperStyle.span(bin.day.date, last))
    }
  }

  private func title(_ bars: [Bar], _ trend: Trend) -> CitedText? {
    guard let most = bars.map(\.bin.origins).max() else { return nil }
    let peaks = bars.filter { $0.bin.origins == most }
    guard let peak = peaks.last else { return nil }
    let origins = NewspaperStyle.count(most, "origin")
    let unit = Self.unit(trend.binDays)
    let span =
      "\(NewspaperStyle.number(bars.count)) of \(NewspaperStyle.count(trend.bins.count, unit))"
    let words =
      if peaks.count == 1 {
        "Coverage was highest \(trend.binDays == 1 ? "on" : "in") \(peak.label): \(origins)"
      } else if most == 1 {
        "Coverage came in \(span), from one origin each time"
      } else {
        "Coverage came in \(span), from \(origins) at most"
      }
    return CitedText(computed: words, citations: peak.text.citations)
  }

  private func row(_ bar: Bar) -> CitedTable.Row {
    let date = CitedText(computed: bar.label, citations: bar.text.citations)
    return CitedTable.Row(cells: [.cited(date), .cited(bar.text)])
  }

  private func drawing(_ bars: [Bar], _ trend: Trend, _ title: String, _ description: String)
    -> String
  {
    var drawing = SVGDrawing(id: "coverage", title: title, description: description)
    let step = SVGDrawing.width / Double(trend.bins.count)
    let most = Double(max(1, bars.map(\.bin.origins).max() ?? 1))
    let base = Self.top + Self.chartHeight
    drawing.add(SVGDrawing.line(x1: 0, y1: base, x2: SVGDrawing.width, y2: base, class: "axis"))
    for bar in bars {
      let height = Double(bar.bin.origins) / most * Self.chartHeight
      let x = Double(bar.index) * step
      let width = max(1, min(60, step * 0.8))
      let left = x + (step - width) / 2
      var html = SVGDrawing.rectangle(
        x: left, y: base - height, width: width, height: max(1, height), class: "bar bar-origins")
      if step >= 24 || Double(bar.bin.origins) == most {
        html += SVGDrawing.text(
          NewspaperStyle.digits(bar.bin.origins), x: x + step / 2, y: base - height - 8,
          class: "value", anchor: "middle")
      }
      drawing.link(to: bar.text, full: "\(bar.label): \(bar.text.text)", html)
    }
    drawing.add(axisLabels(trend, y: base + 24))
    return drawing.markup(height: base + 34)
  }

  /// The first and the last day.
  private func axisLabels(_ trend: Trend, y: Double) -> HTML {
    guard let first = trend.bins.first, let last = trend.bins.last else { return HTML() }
    let end = last.day.date.adding(days: max(1, trend.binDays) - 1)
    return SVGDrawing.text(NewspaperStyle.day(first.day.date), x: 0, y: y, class: "label")
      + SVGDrawing.text(
        NewspaperStyle.day(end), x: SVGDrawing.width, y: y, class: "label", anchor: "end")
  }
}
