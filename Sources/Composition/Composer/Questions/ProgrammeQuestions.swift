import NewsModel
import Primitives

/// How far a plan or an agreement is, and what stands in its way.
struct ProgrammeQuestions {
  let material: Material
  let findings: Findings
  private static let programmes = 2

  func drafts() -> [QuestionComposer.Draft] {
    let found = findings.prominence.entries.lazy.compactMap { programme(of: $0.entity) }
    return found.prefix(Self.programmes).flatMap { [stage($0), obstacles($0)].compactMap(\.self) }
  }

  private struct Found {
    let entity: EntityID
    let article: Int
    let programme: Programme
  }

  /// The programme as the latest article has it.
  private func programme(of entity: EntityID) -> Found? {
    for index in material.appearances.articles(with: entity).reversed() {
      let filed = material.originals[index]
      let own = filed.analysis.programmes.first { filed.entity($0.entity) == entity }
      if let own { return Found(entity: entity, article: index, programme: own) }
    }
    return nil
  }

  private func stage(_ found: Found) -> QuestionComposer.Draft? {
    guard let sentence = first(found.programme.evidence.elements, in: found.article) else {
      return nil
    }
    let name = material.naming.inSentence(found.entity)
    guard let citation = material.citation(sentence) else { return nil }
    let text = CitedText(
      NonEmpty(
        .computed("\(NewspaperStyle.capitalised(found.programme.stage)): "),
        sentence.standalone.runs.elements),
      citations: NonEmpty(citation), corroborating: material.corroboration(of: sentence))
    return .init(question: "Where do things stand with \(name)?", answer: [text])
  }

  private func obstacles(_ found: Found) -> QuestionComposer.Draft? {
    guard let sentence = first(found.programme.stickingPoints, in: found.article),
      let text = material.cited(sentence)
    else { return nil }
    let name = material.naming.inSentence(found.entity)
    return .init(question: "What stands in the way of \(name)?", answer: [text])
  }

  private func first(_ ranges: [ByteRange], in article: Int) -> Material.Sentence? {
    ranges.lazy.compactMap { material.sentence(in: article, holding: $0) }.first
  }
}
