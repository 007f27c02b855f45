import NewsModel
import Primitives

/// The relationship map: entities as boxes, a line for each stance and for who speaks about whom.
struct RelationsGraphic {
  let material: Material
  let relations: Relations
  private static let leastRelations = 3
  private static let lineHeight = 20.0
  private static let boxPadding = 12.0
  private static let mostBoxWidth = 190.0
  private static let nameSize = 16.0
  private static let wordsSize = 14.0
  private static let margin = 4.0

  private static let mostCitations = 3

  /// A line with the name that it leads to, cited to the sentences that link the two.
  private struct Line {
    let relation: Relations.Relation
    let text: CitedText
  }

  func compose() -> Graphic? {
    let lines = relations.all.compactMap(line)
    guard lines.count >= Self.leastRelations, let title = title(lines) else { return nil }
    let rows = lines.map(row)
    let description =
      "Boxes for \(NewspaperStyle.count(entities(lines).count, "name")) and "
      + "\(NewspaperStyle.count(lines.count, "line")) between them, each with what links the two. "
      + "The table beside it holds the same."
    guard let svg = drawing(lines, title.text, description) else { return nil }
    return Graphic(
      id: "relations", title: title, description: description, svg: svg,
      table: CitedTable(
        id: "relations", title: "Who is linked to whom", finding: title,
        columns: ["Who", "Link", "To whom"], rows: rows))
  }

  private func line(_ relation: Relations.Relation) -> Line? {
    let citations = relation.sentences.elements.compactMap(material.citation)
    let name = material.naming.name(relation.to)
    return NonEmpty(citations.prefix(Self.mostCitations)).map {
      Line(relation: relation, text: CitedText(computed: name, citations: $0))
    }
  }

  /// The entities in the order of the lines.
  private func entities(_ lines: [Line]) -> [EntityID] {
    var seen: Set<EntityID> = []
    return lines.flatMap { [$0.relation.from, $0.relation.to] }.filter { seen.insert($0).inserted }
  }

  private func title(_ lines: [Line]) -> CitedText? {
    var opponents: [EntityID: [Line]] = [:]
    var subjects: [EntityID: [Line]] = [:]
    for line in lines {
      if line.relation.kind == .against { opponents[line.relation.to, default: []].append(line) }
      subjects[line.relation.to, default: []].append(line)
    }
    func most(_ groups: [EntityID: [Line]]) -> (target: EntityID, lines: [Line])? {
      groups.map { (target: $0.key, lines: $0.value) }
        .max { a, b in
          a.lines.count == b.lines.count
            ? a.target > b.target : a.lines.count < b.lines.count
        }
    }
    if let group = most(opponents), group.lines.count > 1 {
      return computed(
        "\(NewspaperStyle.countAtStart(group.lines.count, "name")) stand against "
          + material.naming.inSentence(group.target), group.lines)
    }
    guard let group = most(subjects) else { return nil }
    let count = Set(group.lines.map(\.relation.from)).count
    guard count > 1 else {
      let names = NewspaperStyle.count(entities(lines).count, "name")
      return computed(
        "\(NewspaperStyle.countAtStart(lines.count, "line")) between \(names): who is linked to whom",
        lines)
    }
    let total = Set(lines.map(\.relation.from)).count
    let speakers = NewspaperStyle.count(total, "speaker")
    return computed(
      "\(material.naming.atStart(group.target)) is spoken of most: by "
        + (count == total ? "all \(speakers)" : "\(NewspaperStyle.number(count)) of \(speakers)"),
      group.lines)
  }

  private func computed(_ words: String, _ lines: [Line]) -> CitedText? {
    NonEmpty(lines.map(\.text.citations.first).prefix(Material.citationLimit)).map {
      CitedText(computed: words, citations: $0)
    }
  }

  private func row(_ line: Line) -> CitedTable.Row {
    let citations = line.text.citations
    let name = material.naming.name(line.relation.from)
    return CitedTable.Row(
      entity: line.relation.from,
      cells: [
        .cited(CitedText(computed: name, citations: citations)),
        .cited(CitedText(computed: line.relation.kind.words, citations: citations)),
        .cited(line.text),
      ])
  }

  // MARK: Drawing

  /// Boxes for the entities, then one for the words on each line, so that nothing lies over anything.
  private func drawing(_ lines: [Line], _ title: String, _ description: String) -> String? {
    let entities = entities(lines)
    let names = entities.map { entity in
      TextWidths.lines(
        material.naming.name(entity), size: Self.nameSize, width: Self.mostBoxWidth, most: 2)
    }
    var boxes = names.map { lines in
      let width = lines.map { TextWidths.width($0, size: Self.nameSize) }.max() ?? 0
      return LayeredLayout.Box(
        width: width + 2 * Self.boxPadding, height: Double(lines.count) * Self.lineHeight + 12)
    }
    var connections: [LayeredLayout.Connection] = []
    for line in lines {
      guard let from = entities.firstIndex(of: line.relation.from),
        let to = entities.firstIndex(of: line.relation.to)
      else { return nil }
      let words = boxes.count
      boxes.append(
        LayeredLayout.Box(
          width: TextWidths.width(line.relation.kind.words, size: Self.wordsSize) + 8, height: 20))
      connections.append(.init(from: from, to: words, hasArrow: false, arrives: .left))
      connections.append(.init(from: words, to: to, hasArrow: true, leaves: .right))
    }
    guard let placement = LayeredLayout.place(boxes, connections) else { return nil }
    var drawing = SVGDrawing(id: "relations", title: title, description: description)
    for (index, line) in lines.enumerated() {
      mark(line, index, names.count, placement, &drawing)
    }
    for (index, name) in names.enumerated() {
      drawing.add(box(name, boxes[index], placement.boxes[index]))
    }
    return drawing.markup(
      width: placement.width + 2 * Self.margin, height: placement.height + 2 * Self.margin)
  }

  private func mark(
    _ line: Line, _ index: Int, _ firstWords: Int, _ placement: LayeredLayout.Placement,
    _ drawing: inout SVGDrawing
  ) {
    let kind = line.relation.kind
    let place = placement.boxes[firstWords + index]
    var html = HTML()
    for curve in placement.curves[2 * index] + placement.curves[2 * index + 1] {
      html += SVGDrawing.curve(
        curve.points.map { ($0.x + Self.margin, $0.y + Self.margin) },
        tip: curve.tip.map { ($0.x + Self.margin, $0.y + Self.margin) },
        class: "line line-\(kind.name)")
    }
    html += SVGDrawing.text(
      kind.words, x: place.x + Self.margin, y: place.y + Self.margin + 5,
      class: "label label-\(kind.name)", size: Self.wordsSize, anchor: "middle")
    let names = material.naming
    drawing.link(
      to: line.text,
      full: "\(names.name(line.relation.from)) \(kind.words) \(names.name(line.relation.to)): "
        + line.text.citations.first.exact,
      html)
  }

  private func box(_ lines: [String], _ box: LayeredLayout.Box, _ middle: LayeredLayout.Point)
    -> HTML
  {
    let x = middle.x + Self.margin
    let y = middle.y + Self.margin
    var html = SVGDrawing.rectangle(
      x: x - box.width / 2, y: y - box.height / 2, width: box.width, height: box.height,
      class: "box")
    for (index, line) in lines.enumerated() {
      let middle = Double(index) - Double(lines.count - 1) / 2
      html += SVGDrawing.text(
        line, x: x, y: y + middle * Self.lineHeight + 5.5, class: "label", size: Self.nameSize,
        anchor: "middle")
    }
    return html
  }
}
