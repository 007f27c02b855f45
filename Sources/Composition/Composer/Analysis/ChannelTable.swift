import NewsModel
import Primitives

/// Through which channel statements reached the reporters.
struct ChannelTable {
  let material: Material
  private static let rows = 8

  func compose() -> CitedTable? {
    let told = material.quotations.filter { $0.statement.channel?.isEmpty == false }
    let groups = Dictionary(grouping: told) { $0.statement.channel ?? "" }
      .map { (channel: $0.key, of: $0.value) }
      .sorted { a, b in
        a.of.count == b.of.count ? a.channel < b.channel : a.of.count > b.of.count
      }
      .prefix(Self.rows)
    let total = NewspaperStyle.count(material.quotations.count, "statement")
    guard
      let finding = material.count(
        of: told,
        "For \(NewspaperStyle.number(told.count)) of \(total) the articles say how they were given."
      )
    else { return nil }
    return CitedTable(
      id: "channels", title: "How statements reached the reporters", finding: finding,
      columns: ["Channel", "Statements", "For example"], rows: groups.compactMap(row))
  }

  private func row(_ group: (channel: String, of: [Material.Quotation])) -> CitedTable.Row? {
    guard
      let label = material.count(of: group.of, NewspaperStyle.capitalised(group.channel)),
      let count = material.count(of: group.of)
    else { return nil }
    guard let example = material.example(of: group.of) else { return nil }
    return CitedTable.Row(cells: [.cited(label), .cited(count), .cited(example)])
  }
}
