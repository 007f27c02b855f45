import NewsModel
import Primitives

/// "How we got here": what happened on which day, earliest first.
struct HistoryComposer {
  let material: Material
  let chronology: Chronology
  private static let length = 8

  func compose(_ used: inout UsedSentences) -> ExplainerSection? {
    let chosen = Self.chosen(chronology, limit: Self.length) { used.take($0, from: material) }
    guard let blocks = NonEmpty(chosen.compactMap(block)) else { return nil }
    return ExplainerSection(kind: .history, blocks: blocks)
  }

  /// The best sentence of each of the best days, in order of time.
  static func chosen(
    _ chronology: Chronology, limit: Int, take: (Material.Sentence) -> CitedText?
  ) -> [(entry: Chronology.Entry, text: CitedText)] {
    var taken: [CalendarSpan: (entry: Chronology.Entry, text: CitedText)] = [:]
    let best = chronology.entries.enumerated()
      .filter {
        !$0.element.isFuture && !$0.element.isQuotation && $0.element.sentence.isLikely
      }
      .sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
    for (_, entry) in best where taken.count < limit && taken[entry.span] == nil {
      if let text = take(entry.sentence) { taken[entry.span] = (entry, text) }
    }
    return taken.values.sorted { a, b in
      (a.entry.span.first, a.entry.span.last) < (b.entry.span.first, b.entry.span.last)
    }
  }

  private func block(_ chosen: (entry: Chronology.Entry, text: CitedText))
    -> ExplainerSection.Block?
  {
    let filed = material.originals[chosen.entry.sentence.article]
    guard let citation = Citation(chosen.entry.expression, of: filed) else { return nil }
    let label = CitedText(
      computed: NewspaperStyle.capitalised(chosen.entry.span.newspaperStyle),
      citations: NonEmpty(citation))
    return .init(label: label, texts: NonEmpty(chosen.text))
  }
}
