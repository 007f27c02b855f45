import NewsModel
import Primitives

/// The analysis: tables with one computed sentence above each.
struct AnalysisComposer {
  let material: Material
  let findings: Findings

  /// The tables that the material can fill, in reading order.
  func compose() -> [CitedTable] {
    [
      QuotedTable(material: material, speakers: findings.speakers).compose(),
      PositionsTable(material: material, speakers: findings.speakers).compose(),
      ContestedTable(material: material, claims: findings.contested).compose(),
      CorroborationTable(material: material).compose(),
      FootingTable(material: material).compose(),
      ChannelTable(material: material).compose(),
    ].compactMap(\.self)
  }
}

extension Material {
  /// How many citations a computed text carries at most; the rows of a table cite the rest.
  static let citationLimit = 3

  /// A figure in a table, cited to the statements that it counts.
  func count(of quotations: [Quotation], _ words: String? = nil) -> CitedText? {
    var seen: Set<Passage> = []
    let cited = quotations.compactMap(citation).filter { seen.insert($0.passage).inserted }
    return NonEmpty(Array(cited.prefix(Self.citationLimit))).map {
      CitedText(
        computed: words ?? NewspaperStyle.digits(quotations.count), citations: $0)
    }
  }
}

extension CitedText? {
  /// The cell with this text, or the silence of so many articles.
  func cell(searched: Int) -> CitedTable.Cell {
    map { .cited($0) } ?? .silence(searched: searched)
  }
}
