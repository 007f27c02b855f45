import NewsModel
import Primitives

/// "What is disputed": different figures, denials, and those for and against, side by side.
///
/// Nothing is adjudicated, and a dispute is shown only when the words make it plain.
struct DisputedComposer {
  let material: Material
  let findings: Findings
  private static let length = 4
  /// How many words behind a denying verb name what is denied.
  private static let objectReach = 4

  func compose(_ used: inout UsedSentences) -> ExplainerSection? {
    var blocks: [ExplainerSection.Block] = []
    for claim in findings.contested.contested where blocks.count < 2 {
      if let block = answers(claim, &used) { blocks.append(block) }
    }
    blocks += stances(&used).prefix(Self.length - blocks.count)
    blocks += denials(&used).prefix(Self.length - blocks.count)
    guard let all = NonEmpty(blocks) else { return nil }
    return ExplainerSection(kind: .disputed, blocks: all)
  }

  /// The first two answers whose sentences can stand alone.
  private func answers(
    _ claim: ContestedClaims.Claim, _ used: inout UsedSentences
  ) -> ExplainerSection.Block? {
    var shown: [(answer: ContestedClaims.Answer, text: CitedText)] = []
    for answer in claim.answers where shown.count < 2 {
      guard let sentence = answer.sentence, let text = material.cited(sentence) else { continue }
      used.note(sentence)
      shown.append((answer, text))
    }
    guard shown.count == 2,
      let citations = NonEmpty(shown.map(\.text.citations.first))
    else { return nil }
    let label = CitedText(
      computed: "\(NewspaperStyle.capitalised(shown[0].answer.words)) or "
        + "\(NewspaperStyle.withinSentence(shown[1].answer.words))?",
      citations: citations)
    return .init(label: label, texts: NonEmpty(shown[0].text, [shown[1].text]))
  }

  /// Targets that one holder is for and another against.
  private func stances(_ used: inout UsedSentences) -> [ExplainerSection.Block] {
    var blocks: [ExplainerSection.Block] = []
    for (target, held) in StanceIndex(material).byTarget {
      guard let supporter = held.first(where: { $0.polarity == .for }),
        let opponent = held.first(where: {
          $0.polarity == .against && $0.holder != supporter.holder
        }),
        supporter.sentence.range != opponent.sentence.range
          || supporter.sentence.article != opponent.sentence.article,
        let first = used.take(supporter.sentence, from: material),
        let second = used.take(opponent.sentence, from: material),
        let citations = NonEmpty([first.citations.first, second.citations.first])
      else { continue }
      let name = material.naming.inSentence(target)
      let label = CitedText(computed: "For and against \(name)", citations: citations)
      blocks.append(.init(label: label, entity: target, texts: NonEmpty(first, [second])))
    }
    return blocks
  }

  /// Statements that deny something, each with its speaker.
  private func denials(_ used: inout UsedSentences) -> [ExplainerSection.Block] {
    var blocks: [ExplainerSection.Block] = []
    for quotation in material.quotations {
      guard let speaker = quotation.speaker, let sentence = quotation.sentence,
        isDenial(quotation), quotation.report.isReportable,
        let citation = material.citation(quotation),
        let text = used.take(sentence, from: material)
      else { continue }
      let label = CitedText(
        computed: "Denied by \(material.naming.inSentence(speaker))",
        citations: NonEmpty(citation))
      blocks.append(.init(label: label, entity: speaker, texts: NonEmpty(text)))
    }
    return blocks
  }

  /// Whether a claim is denied: the verb denies, and a word for a claim stands close behind it.
  private func isDenial(_ quotation: Material.Quotation) -> Bool {
    let text = material.originals[quotation.article].text
    return quotation.statement.cue.contains { cue in
      let verbs = WordScanner.words(of: text, in: cue)
      guard verbs.contains(where: { EnglishWords.denialCues.contains($0.lower) }) else {
        return false
      }
      let rest = ByteRange(cue.end, max(cue.end, quotation.statement.extent.end))
      return WordScanner.words(of: text, in: rest).prefix(Self.objectReach)
        .contains { EnglishWords.denialObjects.contains($0.lower) }
    }
  }
}
