/// An infographic: an SVG drawing, the finding as its title, and the same figures in a table.
public struct Graphic: Hashable, Sendable, Codable, Identifiable {
  /// Its name in addresses: `timeline`, `who-is-quoted`, `coverage`.
  public let id: String
  /// What is to be seen, in one sentence.
  public let title: CitedText
  /// What the drawing shows, for those who do not see it.
  public let description: String
  /// The drawing; each mark links to `#s-ID` of a cited text in the table.
  public let svg: String
  /// The figures of the drawing.
  public let table: CitedTable

  /// Creates a graphic.
  public init(id: String, title: CitedText, description: String, svg: String, table: CitedTable) {
    self.id = id
    self.title = title
    self.description = description
    self.svg = svg
    self.table = table
  }

  /// All cited texts, the title first.
  public var citedTexts: [CitedText] { [title] + table.citedTexts }
}
