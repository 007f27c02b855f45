import NewsModel
import Primitives

/// The positions grid: who is for or against what, with the day of the newest statement that shows it.
struct PositionsGraphic {
  let material: Material
  let grid: StanceGrid
  private static let leastMarks = 3
  private static let rowHeight = 40.0
  private static let namesWidth = 210.0
  private static let headSize = 15.0
  private static let lineHeight = 19.0

  func compose() -> Graphic? {
    let count = grid.targets.reduce(0) { $0 + grid.marks(of: $1).count }
    guard grid.holders.count > 1, count >= Self.leastMarks, let title = title() else { return nil }
    let description =
      "A grid of \(NewspaperStyle.count(grid.holders.count, "name")) and "
      + "\(NewspaperStyle.count(grid.targets.count, "thing")) that they are for or against: a disc is for, a "
      + "diamond is against, a ring is neutral. The table beside it holds the same."
    return Graphic(
      id: "stances", title: title, description: description,
      svg: drawing(title.text, description),
      table: CitedTable(
        id: "stances", title: "Who is for or against what", finding: title,
        columns: ["Who"] + grid.targets.map(material.naming.name),
        rows: grid.holders.compactMap(row)))
  }

  private func title() -> CitedText? {
    guard let target = grid.targets.first else { return nil }
    let marks = grid.marks(of: target)
    let against = marks.filter { $0.polarity == .against }
    let supporters = marks.filter { $0.polarity == .for }
    let citations = (against + supporters).map(\.text.citations.first)
    let name = material.naming.inSentence(target)
    let words =
      if against.isEmpty {
        "\(NewspaperStyle.numberAtStart(supporters.count)) \(supporters.count == 1 ? "is" : "are") for \(name), none here against"
      } else if supporters.isEmpty {
        "\(NewspaperStyle.numberAtStart(against.count)) \(against.count == 1 ? "is" : "are") against \(name), none here for it"
      } else {
        "\(NewspaperStyle.numberAtStart(supporters.count)) for \(name), \(NewspaperStyle.number(against.count)) against"
      }
    return NonEmpty(citations.prefix(Material.citationLimit)).map {
      CitedText(computed: words, citations: $0)
    }
  }

  private func row(_ holder: EntityID) -> CitedTable.Row? {
    guard let label = material.label(holder) else { return nil }
    let cells = grid.targets.map { target -> CitedTable.Cell in
      grid.mark(holder, target).map { .cited($0.text) } ?? .silence(searched: material.articleCount)
    }
    return CitedTable.Row(entity: holder, cells: [.cited(label)] + cells)
  }

  // MARK: Drawing

  private func drawing(_ title: String, _ description: String) -> String {
    var drawing = SVGDrawing(id: "stances", title: title, description: description)
    let width = (SVGDrawing.width - Self.namesWidth) / Double(grid.targets.count)
    let heads = grid.targets.map {
      TextWidths.lines(material.naming.name($0), size: Self.headSize, width: width - 12, most: 3)
    }
    let top = Double(heads.map(\.count).max() ?? 1) * Self.lineHeight + 10
    for (column, lines) in heads.enumerated() {
      let x = Self.namesWidth + (Double(column) + 0.5) * width
      for (index, line) in lines.enumerated() {
        drawing.add(
          SVGDrawing.text(
            line, x: x, y: Double(index) * Self.lineHeight + 15, class: "label label-name",
            size: Self.headSize, anchor: "middle"))
      }
    }
    for (index, holder) in grid.holders.enumerated() {
      let y = top + (Double(index) + 0.5) * Self.rowHeight
      drawing.add(
        SVGDrawing.line(
          x1: 0, y1: y - Self.rowHeight / 2, x2: SVGDrawing.width, y2: y - Self.rowHeight / 2,
          class: "rule"))
      let name = TextWidths.fitted(
        material.naming.name(holder), size: SVGDrawing.labelSize, width: Self.namesWidth - 10)
      drawing.add(SVGDrawing.text(name, x: 0, y: y + 6, class: "label"))
      for (column, target) in grid.targets.enumerated() {
        guard let mark = grid.mark(holder, target) else { continue }
        let x = Self.namesWidth + (Double(column) + 0.5) * width
        drawing.link(
          to: mark.text,
          full:
            "\(material.naming.name(holder)), \(material.naming.name(target)): \(mark.text.text)",
          Self.symbol(mark, x: x, y: y))
      }
    }
    return drawing.markup(height: top + Double(grid.holders.count) * Self.rowHeight)
  }

  /// A shape and a word, so that nothing rests on colour alone.
  private static func symbol(_ mark: StanceGrid.Mark, x: Double, y: Double) -> HTML {
    let words = mark.isReversal ? "now \(mark.polarity.rawValue)" : mark.polarity.rawValue
    let left = x - (TextWidths.width(words, size: headSize) + 22) / 2
    let shape: HTML =
      switch mark.polarity {
      case .for: SVGDrawing.dot(x: left + 7, y: y, radius: 7, class: "stance stance-for")
      case .against:
        SVGDrawing.diamond(x: left + 7, y: y, radius: 9, class: "stance stance-against")
      case .neutral: SVGDrawing.dot(x: left + 7, y: y, radius: 6, class: "stance stance-neutral")
      }
    return shape
      + SVGDrawing.text(
        words, x: left + 22, y: y + 5, class: "label label-\(HTML(text: mark.polarity.rawValue))",
        size: headSize)
  }
}
