import NewsModel
import Primitives

/// The world map of positions: which countries are for or against one thing.
///
/// Drawn for the thing on which most countries have taken a position, when two or more have. The newest position of each counts.
struct MapGraphic {
  let material: Material
  let stances: StanceIndex
  private static let leastCountries = 2
  private static let mostCountries = 12
  private static let labelSize = 15.0

  /// A country with its newest position and the sentence that shows it.
  private struct Position {
    let entity: EntityID
    let country: WorldMap.Country
    let polarity: Polarity
    let text: CitedText
  }

  func compose() -> Graphic? {
    let candidates = stances.byTarget.map { (target: $0.target, positions: positions($0.held)) }
    let best = candidates.max { a, b in
      a.positions.count == b.positions.count
        ? a.target > b.target : a.positions.count < b.positions.count
    }
    guard let best, best.positions.count >= Self.leastCountries,
      let title = title(best.positions, best.target)
    else { return nil }
    let target = material.naming.inSentence(best.target)
    let description =
      "A map of the world with \(NewspaperStyle.count(best.positions.count, "country", "countries")) marked: a disc is "
      + "for \(target), a diamond is against. The table beside it holds the same."
    return Graphic(
      id: "map", title: title, description: description,
      svg: drawing(best.positions, title.text, description),
      table: CitedTable(
        id: "map", title: "Where countries stand on \(target)", finding: title,
        columns: ["Country", "Position"], rows: best.positions.compactMap(row)))
  }

  /// The newest position of each country, by name.
  private func positions(_ held: [StanceIndex.Held]) -> [Position] {
    var seen: Set<EntityID> = []
    var result: [Position] = []
    for stance in held where stance.polarity != .neutral && stance.holder != stance.target {
      guard let code = material.evidence.profiles[stance.holder]?.country,
        let country = WorldMap.countries[code], seen.insert(stance.holder).inserted,
        let citation = material.citation(stance.sentence)
      else { continue }
      let day = material.day(stance.sentence).map { ", \(NewspaperStyle.day($0))" } ?? ""
      result.append(
        Position(
          entity: stance.holder, country: country, polarity: stance.polarity,
          text: CitedText(
            computed: stance.polarity.rawValue + day, citations: NonEmpty(citation))))
    }
    return Array(result.prefix(Self.mostCountries))
      .sorted { material.naming.name($0.entity) < material.naming.name($1.entity) }
  }

  private func title(_ positions: [Position], _ target: EntityID) -> CitedText? {
    let name = material.naming.inSentence(target)
    let sides = [Polarity.against, .for].compactMap { polarity -> String? in
      let names = positions.filter { $0.polarity == polarity }
        .map { material.naming.inSentence($0.entity) }
      guard !names.isEmpty else { return nil }
      let shown =
        names.count > 4
        ? NewspaperStyle.count(names.count, "country", "countries") : NewspaperStyle.list(names)
      return "\(shown) \(names.count == 1 ? "is" : "are") \(polarity.rawValue)"
    }
    let words =
      sides.count == 2 ? "\(sides[0]) \(name), \(sides[1])" : "\(sides.first ?? "") \(name)"
    return NonEmpty(positions.map(\.text.citations.first).prefix(Material.citationLimit)).map {
      CitedText(computed: NewspaperStyle.capitalised(words), citations: $0)
    }
  }

  private func row(_ position: Position) -> CitedTable.Row? {
    material.label(position.entity).map {
      CitedTable.Row(entity: position.entity, cells: [.cited($0), .cited(position.text)])
    }
  }

  // MARK: Drawing

  private func drawing(_ positions: [Position], _ title: String, _ description: String) -> String {
    var drawing = SVGDrawing(id: "map", title: title, description: description)
    drawing.add(SVGDrawing.outline(WorldMap.land, class: "land"))
    var labels = LabelPlacer(width: SVGDrawing.width, height: WorldMap.height)
    for position in positions {
      labels.reserve(x: position.country.x, y: position.country.y, radius: 9)
    }
    for position in positions {
      let name = material.naming.name(position.entity)
      let side = HTML(text: position.polarity.rawValue)
      let (x, y) = (position.country.x, position.country.y)
      let place = labels.place(
        width: TextWidths.width(name, size: Self.labelSize), height: Self.labelSize, x: x, y: y)
      let shape =
        position.polarity == .for
        ? SVGDrawing.dot(x: x, y: y, radius: 6, class: "stance stance-for")
        : SVGDrawing.diamond(x: x, y: y, radius: 8, class: "stance stance-against")
      let marks =
        SVGDrawing.outline(position.country.path, class: "country country-\(side)") + shape
        + SVGDrawing.text(
          name, x: place.x, y: place.y + Self.labelSize * 0.8, class: "label label-map",
          size: Self.labelSize)
      drawing.link(to: position.text, full: "\(name): \(position.text.text)", marks)
    }
    return drawing.markup(height: WorldMap.height)
  }
}
