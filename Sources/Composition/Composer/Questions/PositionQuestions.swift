import NewsModel
import Primitives

/// "What does X say?", answered by the newest statements of X.
struct PositionQuestions {
  let material: Material
  let findings: Findings
  private static let speakers = 4

  func drafts() -> [QuestionComposer.Draft] {
    let drafts = findings.speakers.all.lazy
      .filter {
        !$0.isOutlet && !findings.prominence.isPartOfAnother($0.entity, material.naming)
      }
      .compactMap(draft)
    return Array(drafts.prefix(Self.speakers))
  }

  private func draft(_ speaker: Speakers.Speaker) -> QuestionComposer.Draft? {
    guard let kind = material.naming.kind(speaker.entity) else { return nil }
    var used = UsedSentences()
    var answer: [CitedText] = []
    for quotation in speaker.quotations where answer.count < 2 {
      guard quotation.report.isReportable, let sentence = quotation.sentence,
        names(speaker.entity, quotation, sentence),
        let text = used.take(sentence, from: material)
      else { continue }
      answer.append(text)
    }
    guard !answer.isEmpty else { return nil }
    let name = material.naming.inSentence(speaker.entity)
    let has = kind == .group && name.hasSuffix("s") ? "have" : "has"
    return .init(question: "What \(has) \(name) said?", answer: answer)
  }

  /// Whether the sentence as shown names the speaker: by a mention or by a name put in.
  private func names(
    _ speaker: EntityID, _ quotation: Material.Quotation, _ sentence: Material.Sentence
  ) -> Bool {
    let filed = material.originals[quotation.article]
    let shown = sentence.standalone.runs.map(\.words).joined()
    if shown.contains(material.naming.name(speaker)) { return true }
    return filed.analysis.entities.contains { entity in
      filed.entity(entity.id) == speaker
        && entity.mentions.contains { mention in
          sentence.range.contains(mention) && filed.text.bytes[mention.start].isASCIIUppercase
            && !Pronouns.all.contains(filed.text[mention].lowercased())
        }
    }
  }
}
