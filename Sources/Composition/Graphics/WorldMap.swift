import NewsModel
import Primitives

/// The shapes of the world's countries, for drawings 680 units wide; see `Maps/world.tsv` for their source.
enum WorldMap {
  /// One country.
  struct Country {
    /// Where a mark or a name can stand.
    let x: Double
    let y: Double
    /// Its outline as an SVG path in tenths of a unit.
    let path: String
  }

  /// The height of a drawing of the whole world.
  static let height = 300.0

  /// The countries by ISO 3166-1 alpha-2 code.
  static let countries: [String: Country] = Dictionary(
    rows.map { ($0.code, $0.country) }, uniquingKeysWith: { first, _ in first })

  /// All outlines as one path, in the order of the file.
  static let land: String = rows.map(\.country.path).joined()

  private static let rows: [(code: String, country: Country)] =
    EnglishWords.lines(LargeTable.worldMap.bytes).compactMap { line in
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3 else { return nil }
      let place = fields[1].split(separator: " ").compactMap { Double($0) }
      guard place.count == 2 else { return nil }
      return (fields[0], Country(x: place[0], y: place[1], path: fields[2]))
    }
}
