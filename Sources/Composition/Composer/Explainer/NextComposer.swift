import NewsModel
import Primitives

/// "What happens next": what is planned for days after the latest article.
struct NextComposer {
  let material: Material
  let chronology: Chronology
  private static let length = 4
  private static let mostEvents = 24

  func compose(_ used: inout UsedSentences) -> ExplainerSection? {
    var blocks: [ExplainerSection.Block] = []
    for entry in Self.entries(material, chronology) where blocks.count < Self.length {
      guard let text = used.take(entry.sentence, from: material), let label = label(entry)
      else { continue }
      blocks.append(.init(label: label, texts: NonEmpty(text)))
    }
    guard let all = NonEmpty(blocks) else { return nil }
    return ExplainerSection(kind: .next, blocks: all)
  }

  /// All that is to come, for the calendar.
  func events() -> [ComingEvent] {
    var used = UsedSentences()
    let entries = Self.entries(material, chronology)
    let events = entries.compactMap { entry -> ComingEvent? in
      used.take(entry.sentence, from: material).map {
        ComingEvent(
          first: CivilTime(entry.span.first), last: CivilTime(entry.span.last),
          date: entry.span.newspaperStyle, text: $0)
      }
    }
    return Array(events.prefix(Self.mostEvents))
  }

  /// What is to come after the latest article, soonest first.
  static func entries(_ material: Material, _ chronology: Chronology) -> [Chronology.Entry] {
    let days = material.originals.compactMap(\.version.article.published?.date)
    guard let latest = days.max() else { return [] }
    return chronology.entries.filter { $0.isFuture && $0.span.last > latest }
  }

  private func label(_ entry: Chronology.Entry) -> CitedText? {
    let filed = material.originals[entry.sentence.article]
    guard let citation = Citation(entry.expression, of: filed) else { return nil }
    let isPast = entry.span.last < material.evidence.now.date
    let note = isPast ? " (now past)" : ""
    return CitedText(
      computed: NewspaperStyle.capitalised(entry.span.newspaperStyle) + note,
      citations: NonEmpty(citation))
  }
}
