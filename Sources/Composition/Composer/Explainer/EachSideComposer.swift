import NewsModel
import Primitives

/// "What each side says": the newest statements of those who are quoted most.
struct EachSideComposer {
  let material: Material
  let speakers: Speakers
  let prominence: Prominence
  private static let sides = 6
  private static let statements = 2

  func compose(_ used: inout UsedSentences) -> ExplainerSection? {
    var blocks: [ExplainerSection.Block] = []
    for speaker in speakers.all
    where !speaker.isOutlet && !prominence.isPartOfAnother(speaker.entity, material.naming) {
      if blocks.count == Self.sides { break }
      let texts = statements(of: speaker, &used)
      guard let all = NonEmpty(texts), let label = material.label(speaker.entity) else {
        continue
      }
      blocks.append(.init(label: label, entity: speaker.entity, texts: all))
    }
    guard let all = NonEmpty(blocks) else { return nil }
    return ExplainerSection(kind: .whatEachSideSays, blocks: all)
  }

  /// Those that several origins report first, then the newest.
  private func statements(of speaker: Speakers.Speaker, _ used: inout UsedSentences)
    -> [CitedText]
  {
    var texts: [CitedText] = []
    let candidates = speaker.quotations.compactMap { quotation -> Material.Sentence? in
      guard let sentence = quotation.sentence, quotation.report.isReportable else { return nil }
      return sentence
    }
    let several = candidates.filter { material.support($0) > 1 }
    for sentence in several + candidates where texts.count < Self.statements {
      if let text = used.take(sentence, from: material) { texts.append(text) }
    }
    return texts
  }
}
