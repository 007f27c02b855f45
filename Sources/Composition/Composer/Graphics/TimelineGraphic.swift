import NewsModel
import Primitives

/// The timeline: a rule with one dot a date, the date in bold and the sentence beside it.
struct TimelineGraphic {
  let material: Material
  let chronology: Chronology
  private static let length = 10
  private static let left = 40.0
  private static let lineHeight = 22.0

  func compose() -> Graphic? {
    var used = UsedSentences()
    var entries = HistoryComposer.chosen(chronology, limit: Self.length) {
      used.take($0, from: material)
    }
    for entry in NextComposer.entries(material, chronology).prefix(2) {
      if let text = used.take(entry.sentence, from: material) { entries.append((entry, text)) }
    }
    guard entries.count > 1, let first = entries.first, let last = entries.last,
      let title = title(entries, first.entry, last.entry)
    else { return nil }
    let table = CitedTable(
      id: "timeline", title: "The dates", finding: title, columns: ["Date", "What is reported"],
      rows: entries.compactMap(row))
    let description =
      "A timeline of \(NewspaperStyle.count(entries.count, "date")), earliest first; the table "
      + "beside it holds the same."
    return Graphic(
      id: "timeline", title: title, description: description,
      svg: drawing(entries, title.text, description), table: table)
  }

  private typealias Entry = (entry: Chronology.Entry, text: CitedText)

  private func title(_ entries: [Entry], _ first: Chronology.Entry, _ last: Chronology.Entry)
    -> CitedText?
  {
    let filed = [first, last].map { material.originals[$0.sentence.article] }
    let citations = zip([first, last], filed).compactMap { Citation($0.expression, of: $1) }
    let count = NewspaperStyle.countAtStart(entries.count, "dated report")
    return NonEmpty(citations).map {
      CitedText(
        computed: "\(count), from \(first.span.newspaperStyle) to \(last.span.newspaperStyle)",
        citations: $0)
    }
  }

  private func row(_ entry: Entry) -> CitedTable.Row? {
    let filed = material.originals[entry.entry.sentence.article]
    return Citation(entry.entry.expression, of: filed).map {
      let date = CitedText(
        computed: NewspaperStyle.capitalised(entry.entry.span.newspaperStyle),
        citations: NonEmpty($0))
      return CitedTable.Row(cells: [.cited(date), .cited(entry.text)])
    }
  }

  private func drawing(_ entries: [Entry], _ title: String, _ description: String) -> String {
    var drawing = SVGDrawing(id: "timeline", title: title, description: description)
    var y = 24.0
    var marks: [(text: CitedText, full: String, html: HTML)] = []
    let top = y - 6
    var bottom = y
    for (entry, text) in entries {
      let date = NewspaperStyle.capitalised(entry.span.newspaperStyle)
      var html = SVGDrawing.dot(
        x: 12, y: y - 6, radius: 6, class: entry.isFuture ? "dot dot-future" : "dot")
      html += SVGDrawing.text(date, x: Self.left, y: y, class: "label label-date")
      bottom = y - 6
      let lines = TextWidths.lines(
        text.text, size: SVGDrawing.labelSize, width: SVGDrawing.width - Self.left - 4, most: 2)
      for line in lines {
        y += Self.lineHeight
        html += SVGDrawing.text(line, x: Self.left, y: y, class: "label label-text")
      }
      marks.append((text, "\(date): \(text.text)", html))
      y += Self.lineHeight + 14
    }
    drawing.add(SVGDrawing.line(x1: 12, y1: top, x2: 12, y2: bottom, class: "rule"))
    for mark in marks { drawing.link(to: mark.text, full: mark.full, mark.html) }
    return drawing.markup(height: y - 16)
  }
}
