import NewsModel
import Primitives

/// What each speaker says over time: speakers down, days of publication across.
struct PositionsTable {
  let material: Material
  let speakers: Speakers
  private static let rows = 6
  private static let columns = 4

  func compose() -> CitedTable? {
    let shown = Array(
      speakers.all.filter { !$0.isOutlet && !whole($0).isEmpty }.prefix(Self.rows))
    let days = self.days(shown)
    guard shown.count > 1, days.count > 1, let finding = finding(shown, days) else { return nil }
    let rows = shown.compactMap { row($0, days) }
    return CitedTable(
      id: "positions", title: "What each says over time", finding: finding,
      columns: ["Speaker"] + days.map(NewspaperStyle.day), rows: rows)
  }

  private func whole(_ speaker: Speakers.Speaker) -> [Material.Quotation] {
    speaker.quotations.filter { $0.sentence != nil && $0.report.isReportable }
  }

  /// What a speaker says on a day, also where the sentence cannot stand alone.
  private func said(_ speaker: Speakers.Speaker, on day: CivilDate) -> [Material.Quotation] {
    speaker.quotations.filter { self.day($0) == day }
  }

  /// The days with most speakers, in order of time.
  private func days(_ shown: [Speakers.Speaker]) -> [CivilDate] {
    var counts: [CivilDate: Int] = [:]
    for speaker in shown {
      for day in Set(whole(speaker).compactMap(day)) { counts[day, default: 0] += 1 }
    }
    let best = counts.sorted { a, b in
      a.value == b.value ? a.key > b.key : a.value > b.value
    }
    return best.prefix(Self.columns).map(\.key).sorted()
  }

  private func day(_ quotation: Material.Quotation) -> CivilDate? {
    material.originals[quotation.article].version.article.published?.date
  }

  private func finding(_ shown: [Speakers.Speaker], _ days: [CivilDate]) -> CitedText? {
    let counts = shown.map { speaker in
      days.count { !said(speaker, on: $0).isEmpty }
    }
    guard let most = counts.max() else { return nil }
    let steady = zip(shown, counts).filter { $0.1 == most }.map(\.0)
    let speakers = NewspaperStyle.count(shown.count, "speaker")
    if most == 1 {
      return material.count(
        of: shown.flatMap(whole),
        "Each of these \(speakers) is quoted on one day only.")
    }
    let names = NewspaperStyle.list(steady.map { material.naming.inSentence($0.entity) })
    let verb = steady.count == 1 ? "is" : "are"
    let span =
      most == days.count
      ? "each of these \(NewspaperStyle.count(days.count, "day"))"
      : "\(NewspaperStyle.number(most)) of these \(NewspaperStyle.count(days.count, "day"))"
    return material.count(
      of: steady.flatMap(whole),
      "\(NewspaperStyle.capitalised(names)) \(verb) quoted on \(span), more than any other of the "
        + "\(speakers).")
  }

  private func row(_ speaker: Speakers.Speaker, _ days: [CivilDate]) -> CitedTable.Row? {
    guard let label = material.label(speaker.entity) else { return nil }
    let cells = days.map { day -> CitedTable.Cell in
      let text =
        whole(speaker).first { self.day($0) == day }?.sentence.flatMap(material.cited)
        ?? material.count(of: said(speaker, on: day), "see the sentence cited")
      let searched = material.evidence.articles.count {
        $0.version.article.published?.date == day
      }
      return text.cell(searched: searched)
    }
    guard cells.contains(where: { $0.citedText != nil }) else { return nil }
    return CitedTable.Row(entity: speaker.entity, cells: [.cited(label)] + cells)
  }
}
