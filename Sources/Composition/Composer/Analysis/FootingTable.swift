import NewsModel
import Primitives

/// On what footing the sources speak.
struct FootingTable {
  let material: Material

  func compose() -> CitedTable? {
    let total = material.quotations.count
    let groups = Footing.inOrder.map { footing in
      (footing: footing, of: material.quotations.filter { $0.statement.footing == footing })
    }
    guard total > 0, let named = groups.first?.of, let finding = finding(named, total) else {
      return nil
    }
    return CitedTable(
      id: "footing", title: "On what footing sources speak", finding: finding,
      columns: ["Footing", "Statements", "For example"],
      rows: groups.filter { !$0.of.isEmpty }.compactMap(row))
  }

  private func finding(_ named: [Material.Quotation], _ total: Int) -> CitedText? {
    let count = NewspaperStyle.numberAtStart(named.count)
    let verb = named.count == 1 ? "comes" : "come"
    return material.count(
      of: named.isEmpty ? material.quotations : named,
      "\(count) of \(NewspaperStyle.count(total, "statement")) \(verb) from sources given by name.")
  }

  private func row(_ group: (footing: Footing, of: [Material.Quotation])) -> CitedTable.Row? {
    guard
      let label = material.count(of: group.of, NewspaperStyle.capitalised(group.footing.words)),
      let count = material.count(of: group.of)
    else { return nil }
    guard let example = material.example(of: group.of) else { return nil }
    return CitedTable.Row(cells: [.cited(label), .cited(count), .cited(example)])
  }
}
