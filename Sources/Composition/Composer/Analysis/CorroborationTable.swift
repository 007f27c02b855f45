import NewsModel
import Primitives

/// Which claims several origins make; copies of one text count once.
struct CorroborationTable {
  let material: Material
  private static let rows = 8

  func compose() -> CitedTable? {
    guard material.originals.count > 1 else { return nil }
    var used = UsedSentences()
    var claims: [(sentence: Material.Sentence, support: Int)] = []
    for sentence in material.ranked() where material.support(sentence) > 1 {
      guard !used.holds(sentence) else { continue }
      used.note(sentence)
      claims.append((sentence, material.support(sentence)))
    }
    let shown = claims.enumerated()
      .sorted { a, b in
        a.element.support == b.element.support
          ? a.offset < b.offset : a.element.support > b.element.support
      }
      .prefix(Self.rows).compactMap { material.cited($0.element.sentence) }
    guard let strongest = shown.first else { return nil }
    let finding = CitedText(
      computed: finding(claims.count, strongest.originCount),
      citations: NonEmpty(
        strongest.citations.first,
        Array(strongest.corroborating.prefix(Material.citationLimit - 1))))
    return CitedTable(
      id: "corroboration", title: "What several origins report", finding: finding,
      columns: ["Claim", "Origins", "Outlets"], rows: shown.map(row))
  }

  private func finding(_ claims: Int, _ most: Int) -> String {
    let origins = NewspaperStyle.count(material.originals.count, "origin")
    return claims == 1
      ? "One sentence is told alike by \(NewspaperStyle.number(most)) of \(origins)."
      : "\(NewspaperStyle.numberAtStart(claims)) sentences are told alike by "
        + "two origins or more; the best supported by \(NewspaperStyle.number(most)) of \(origins)."
  }

  private func row(_ claim: CitedText) -> CitedTable.Row {
    let all = claim.citations.elements + claim.corroborating
    let citations = NonEmpty(all[0], Array(all.dropFirst().prefix(Material.citationLimit - 1)))
    let outlets = all.map(\.outlet).reduce(into: [String]()) { list, outlet in
      if !list.contains(outlet) { list.append(outlet) }
    }
    return CitedTable.Row(cells: [
      .cited(claim),
      .cited(
        CitedText(
          computed: NewspaperStyle.digits(claim.originCount), citations: citations)),
      .cited(CitedText(computed: NewspaperStyle.list(outlets), citations: citations)),
    ])
  }
}
