public import NewsModel

/// A table in which every cell is cited, or says how much was searched in vain.
public struct CitedTable: Hashable, Sendable, Codable, Identifiable {
  /// The content of one cell.
  public enum Cell: Hashable, Sendable {
    /// What was found.
    case cited(CitedText)
    /// Nothing was found in so many articles.
    case silence(searched: Int)

    /// The cited text, when there is one.
    public var citedText: CitedText? {
      guard case .cited(let text) = self else { return nil }
      return text
    }
  }

  /// One line of the table; its first cell heads it.
  public struct Row: Hashable, Sendable, Codable {
    /// The entity that the row is about, for a link to its page.
    public let entity: EntityID?
    /// The cells, one a column.
    public let cells: [Cell]

    /// Creates a row.
    public init(entity: EntityID? = nil, cells: [Cell]) {
      self.entity = entity
      self.cells = cells
    }
  }

  /// Its name in addresses: `who-is-quoted`, ...
  public let id: String
  /// What the table is about.
  public let title: String
  /// One plain sentence that says what the table shows.
  public let finding: CitedText
  /// The heads of the columns.
  public let columns: [String]
  /// The lines.
  public let rows: [Row]

  /// Creates a table; every row must have as many cells as there are columns.
  public init(id: String, title: String, finding: CitedText, columns: [String], rows: [Row]) {
    for row in rows {
      precondition(
        row.cells.count == columns.count,
        "\(row.cells.count) cells under \(columns.count) columns in table \(id)")
    }
    self.id = id
    self.title = title
    self.finding = finding
    self.columns = columns
    self.rows = rows
  }

  /// All cited texts, the finding first, then cell by cell.
  public var citedTexts: [CitedText] {
    [finding] + rows.flatMap { $0.cells.compactMap(\.citedText) }
  }
}

extension CitedTable.Cell: Codable {
  private enum CodingKeys: String, CodingKey {
    case searched
  }

  /// Reads a cited text, or an object with the number of articles searched.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    if let searched = try fields.decodeIfPresent(Int.self, forKey: .searched) {
      self = .silence(searched: searched)
    } else {
      self = .cited(try CitedText(from: decoder))
    }
  }

  /// Writes a cited text, or an object with the number of articles searched.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .cited(let text): try text.encode(to: encoder)
    case .silence(let searched):
      var fields = encoder.container(keyedBy: CodingKeys.self)
      try fields.encode(searched, forKey: .searched)
    }
  }
}
