import NewsModel
import Primitives

/// Who is quoted, as bars: the length is the number of statements, the parts are the footings.
struct QuotedGraphic {
  let material: Material
  let speakers: Speakers
  private static let rows = 8
  private static let rowHeight = 62.0
  private static let barRoom = 600.0

  func compose() -> Graphic? {
    let shown = speakers.all.sorted { a, b in
      a.quotations.count == b.quotations.count
        ? a.entity < b.entity : a.quotations.count > b.quotations.count
    }
    .prefix(Self.rows)
    guard shown.count > 1, let first = shown.first, let title = title(first) else { return nil }
    var rows: [CitedTable.Row] = []
    var bars: [(speaker: Speakers.Speaker, text: CitedText)] = []
    for speaker in shown {
      guard let label = material.label(speaker.entity),
        let count = material.count(of: speaker.quotations),
        let footing = material.count(of: speaker.quotations, footings(speaker))
      else { continue }
      rows.append(
        .init(entity: speaker.entity, cells: [.cited(label), .cited(count), .cited(footing)]))
      bars.append((speaker, footing))
    }
    let description =
      "Bars for \(NewspaperStyle.count(bars.count, "speaker")); the longer the bar, the more "
      + "statements. The table beside it holds the same."
    return Graphic(
      id: "quoted", title: title, description: description,
      svg: drawing(bars, title.text, description),
      table: CitedTable(
        id: "quoted", title: "Statements by speaker", finding: title,
        columns: ["Speaker", "Statements", "Footing"], rows: rows))
  }

  private func title(_ first: Speakers.Speaker) -> CitedText? {
    let total = NewspaperStyle.count(material.quotations.count, "statement")
    let share = "\(NewspaperStyle.number(first.quotations.count)) of \(total)"
    return material.count(
      of: first.quotations, "\(material.naming.atStart(first.entity)) is quoted most: \(share)")
  }

  private func parts(_ speaker: Speakers.Speaker) -> [(footing: Footing, count: Int)] {
    Footing.inOrder.compactMap { footing in
      let count = speaker.quotations.count { $0.statement.footing == footing }
      return count > 0 ? (footing, count) : nil
    }
  }

  /// "3 by name, 1 name withheld".
  private func footings(_ speaker: Speakers.Speaker) -> String {
    parts(speaker).map { "\($0.count) \($0.footing.words)" }.joined(separator: ", ")
  }

  private func drawing(
    _ bars: [(speaker: Speakers.Speaker, text: CitedText)], _ title: String,
    _ description: String
  ) -> String {
    var drawing = SVGDrawing(id: "quoted", title: title, description: description)
    let most = Double(bars.map(\.speaker.quotations.count).max() ?? 1)
    for (index, bar) in bars.enumerated() {
      let y = Double(index) * Self.rowHeight
      let name = material.naming.name(bar.speaker.entity)
      drawing.link(
        to: bar.text, full: "\(name): \(bar.text.text)",
        row(bar.speaker, name, y: y, unit: Self.barRoom / most))
    }
    return drawing.markup(height: Double(bars.count) * Self.rowHeight)
  }

  private func row(_ speaker: Speakers.Speaker, _ name: String, y: Double, unit: Double) -> HTML {
    let note = footings(speaker)
    let noteWidth = TextWidths.width(note, size: 15)
    let shown = TextWidths.fitted(
      name, size: SVGDrawing.labelSize, width: SVGDrawing.width - min(noteWidth, 320) - 24)
    var html = SVGDrawing.text(shown, x: 0, y: y + 20, class: "label label-name")
    html += SVGDrawing.text(
      TextWidths.fitted(note, size: 15, width: 320), x: SVGDrawing.width, y: y + 20,
      class: "label label-note", size: 15, anchor: "end")
    var x = 0.0
    for part in parts(speaker) {
      let width = Double(part.count) * unit
      html += SVGDrawing.rectangle(
        x: x, y: y + 28, width: max(1, width - 1), height: 20,
        class: "bar bar-\(HTML(text: part.footing.rawValue))")
      x += width
    }
    html += SVGDrawing.text(
      NewspaperStyle.digits(speaker.quotations.count), x: x + 8, y: y + 44, class: "value")
    return html
  }
}
