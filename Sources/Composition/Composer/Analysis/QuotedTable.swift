import NewsModel
import Primitives

/// Who is quoted, as what, on what footing, how often and in how many origins.
struct QuotedTable {
  let material: Material
  let speakers: Speakers
  private static let rows = 12

  private var hasSeveralOrigins: Bool { material.originals.count > 1 }

  func compose() -> CitedTable? {
    let shown = speakers.all.prefix(Self.rows)
    guard let first = shown.first, let finding = finding(first) else { return nil }
    let rows = shown.compactMap(row)
    guard !rows.isEmpty else { return nil }
    let columns = ["Speaker", "Described as", "Footing", "Statements"]
    return CitedTable(
      id: "who-is-quoted", title: "Who is quoted", finding: finding,
      columns: hasSeveralOrigins ? columns + ["Origins"] : columns, rows: rows)
  }

  private func finding(_ first: Speakers.Speaker) -> CitedText? {
    let total = material.quotations.count
    let known = speakers.all.count
    let name = material.naming.inSentence(first.entity)
    let speakersWords = NewspaperStyle.countAtStart(known, "speaker")
    let share =
      "\(NewspaperStyle.number(first.quotations.count)) of \(NewspaperStyle.count(total, "statement"))"
    let words =
      known == 1
      ? "\(NewspaperStyle.capitalised(name)) is the only speaker, with \(share)."
      : "\(speakersWords) are quoted, \(name) most often, with \(share)."
    return material.count(of: first.quotations, words)
  }

  private func row(_ speaker: Speakers.Speaker) -> CitedTable.Row? {
    guard let label = material.label(speaker.entity) else { return nil }
    let searched = material.articleCount
    let footings = Footing.inOrder.filter { footing in
      speaker.quotations.contains { $0.statement.footing == footing }
    }
    let examples = footings.compactMap { footing in
      speaker.quotations.first { $0.statement.footing == footing }
    }
    let footing = material.count(of: examples, NewspaperStyle.list(footings.map(\.words)))
    let origins = material.count(
      of: speaker.quotations, NewspaperStyle.digits(speaker.origins))
    let cells: [CitedTable.Cell] = [
      .cited(label), role(speaker.entity).cell(searched: searched),
      footing.cell(searched: searched),
      material.count(of: speaker.quotations).cell(searched: searched),
    ]
    return CitedTable.Row(
      entity: speaker.entity,
      cells: hasSeveralOrigins ? cells + [origins.cell(searched: searched)] : cells)
  }

  /// What it is at all, where no article describes it in words that stand alone.
  private func kind(_ entity: EntityID) -> CitedText? {
    let words: [EntityKind: String] = [
      .person: "person", .organisation: "organisation", .group: "group",
    ]
    guard let word = material.naming.kind(entity).flatMap({ words[$0] }) else { return nil }
    return material.firstMention(of: entity).map {
      CitedText(computed: word, citations: NonEmpty($0))
    }
  }

  /// What the articles call a person or a body; a country is a country.
  private func role(_ entity: EntityID) -> CitedText? {
    switch material.naming.kind(entity) {
    case .place, .government:
      return material.firstMention(of: entity).map {
        let isCountry = material.evidence.profiles[entity]?.country != nil
        return CitedText(
          computed: isCountry ? "country" : "place", citations: NonEmpty($0))
      }
    default: break
    }
    return described(entity) ?? kind(entity)
  }

  private static let bodies: [EntityKind: String] = [
    .organisation: "organisation", .group: "group", .programme: "programme",
  ]

  private func described(_ entity: EntityID) -> CitedText? {
    if let words = Self.bodies[material.naming.kind(entity) ?? .other],
      DescriptionFinder(material: material).best(of: entity) == nil
    {
      return material.firstMention(of: entity).map {
        CitedText(computed: words, citations: NonEmpty($0))
      }
    }
    let finder = DescriptionFinder(material: material)
    let found = finder.best(of: entity)?.citation ?? finder.title(of: entity)
    return found.map { CitedText(NonEmpty(.source($0.exact)), citations: NonEmpty($0)) }
  }
}
