import NewsModel
import Primitives

/// Writes a cited table as comma-separated values (RFC 4180), with the sources of each row in the last column.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe before it.
public struct TableCSV: Sendable {
  /// Creates a writer.
  public init() {}

  /// The table with a line for the heads; lines end in CR LF, the text is UTF-8.
  public func render(_ table: CitedTable) -> String {
    var lines = [table.columns + ["Sources"]]
    for row in table.rows {
      lines.append(row.cells.map(Self.words) + [Self.sources(row)])
    }
    return lines.map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func words(_ cell: CitedTable.Cell) -> String {
    switch cell {
    case .cited(let text): text.text
    case .silence(let searched):
      "none found in \(NewspaperStyle.count(searched, "article"))"
    }
  }

  /// Each article with the bytes that the row cites: "a12 [340, 395)".
  private static func sources(_ row: CitedTable.Row) -> String {
    var seen: Set<String> = []
    return row.cells.compactMap(\.citedText).flatMap(\.citations.elements).map { citation in
      "\(citation.article) \(citation.passage.range)"
    }
    .filter { seen.insert($0).inserted }.joined(separator: "; ")
  }

  /// One field, quoted where it must be.
  static func field(_ words: String) -> String {
    var words = words
    if let first = words.utf8.first, "=+-@\t\r\n".utf8.contains(first) { words = "'" + words }
    guard words.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else { return words }
    return
      "\"\(words.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
  }
}
