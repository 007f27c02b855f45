import NewsModel
import Primitives

/// Who is quoted, as what, on what footing, how often and in how many origins.
struct QuotedTable {
  let material: Material
  let speakers: Speakers
  private static let rows = 12

  func compose() -> CitedTable? {
    let shown = speakers.all.prefix(Self.rows)
    guard let first = shown.first, let finding = finding(first) else { return nil }
    let rows = shown.compactMap(row)
    guard !rows.isEmpty else { return nil }
    return CitedTable(
      id: "who-is-quoted", title: "Who is quoted", finding: finding,
      columns: ["Speaker", "Described as", "Footing", "Statements", "Origins"], rows: rows)
  }

  private func finding(_ first: Speakers.Speaker) -> CitedText? {
    let total = material.quotations.count
    let known = speakers.all.count
    let name = material.naming.inSentence(first.entity)
    let speakersWords = NewspaperStyle.count(known, "speaker")
    let share =
      "\(NewspaperStyle.number(first.quotations.count)) of \(NewspaperStyle.count(total, "statement"))"
    let words =
      known == 1
      ? "\(NewspaperStyle.capitalised(name)) is the only speaker, with \(share)."
      : "\(NewspaperStyle.capitalised(speakersWords)) are quoted, \(name) most often, with \(share)."
    return material.count(of: first.quotations, words)
  }

  private func row(_ speaker: Speakers.Speaker) -> CitedTable.Row? {
    guard let label = material.label(speaker.entity) else { return nil }
    let searched = material.articleCount
    let footings = Footing.inOrder.filter { footing in
      speaker.quotations.contains { $0.statement.footing == footing }
    }
    let footing = material.count(
      of: speaker.quotations, NewspaperStyle.list(footings.map(\.words)))
    let origins = material.count(
      of: speaker.quotations, NewspaperStyle.digits(speaker.origins))
    return CitedTable.Row(
      entity: speaker.entity,
      cells: [
        .cited(label), role(speaker.entity).cell(searched: searched),
        footing.cell(searched: searched),
        material.count(of: speaker.quotations).cell(searched: searched),
        origins.cell(searched: searched),
      ])
  }

  private func role(_ entity: EntityID) -> CitedText? {
    DefinitionFinder(material: material).descriptions(of: entity)
      .first { IdentityQuestions.isRole($0.exact) }
      .map { CitedText(NonEmpty(.source($0.exact)), citations: NonEmpty($0)) }
  }
}
