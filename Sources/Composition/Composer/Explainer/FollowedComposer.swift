import NewsModel
import Primitives

/// "What became of what was announced": held, called off, or no report found.
struct FollowedComposer {
  let material: Material
  private static let length = 4
  /// Silence in fewer later articles says nothing.
  private static let leastSearched = 3

  func compose() -> ExplainerSection? {
    var used = UsedSentences()
    var blocks: [ExplainerSection.Block] = []
    for event in material.evidence.followed.reversed() where blocks.count < Self.length {
      // Several announcements for one month are most likely of one happening.
      if let block = block(event, &used),
        !blocks.contains(where: { $0.label?.text == block.label?.text })
      {
        blocks.append(block)
      }
    }
    guard let all = NonEmpty(Array(blocks.reversed())) else { return nil }
    return ExplainerSection(kind: .followed, blocks: all)
  }

  private func block(_ event: FollowedEvent, _ used: inout UsedSentences)
    -> ExplainerSection.Block?
  {
    guard event.outcome != .ahead,
      event.outcome != .noReportFound || event.articlesAfter >= Self.leastSearched,
      let span = CalendarSpan(timex: event.when),
      let announced = sentence(at: event.announcement),
      let announcement = used.take(announced, from: material)
    else { return nil }
    var texts: [CitedText] = []
    if let passage = event.report {
      // An outcome is told only with the sentence that tells it.
      guard let report = sentence(at: passage), let text = used.take(report, from: material) else {
        return nil
      }
      texts = [text]
    }
    let citation = (texts.first ?? announcement).citations.first
    let label = CitedText(
      computed: "\(NewspaperStyle.capitalised(span.newspaperStyle)): \(words(event))",
      citations: NonEmpty(citation))
    return .init(label: label, texts: NonEmpty(announcement, texts))
  }

  private func words(_ event: FollowedEvent) -> String {
    switch event.outcome {
    case .held: "reported as having taken place"
    case .calledOff: "reported as put off or called off"
    case .noReportFound:
      "no report found in \(NewspaperStyle.count(event.articlesAfter, "later article"))"
    case .ahead: "still to come"
    }
  }

  /// The sentence that holds a passage, when it can stand alone.
  private func sentence(at passage: Passage) -> Material.Sentence? {
    guard
      let place = material.originals.firstIndex(where: { $0.version.id == passage.version })
    else { return nil }
    return material.sentences.first { $0.article == place && $0.range.overlaps(passage.range) }
  }
}
