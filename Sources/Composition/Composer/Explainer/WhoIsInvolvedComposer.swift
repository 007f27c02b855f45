import NewsModel
import Primitives

/// "Who is involved?": the people and bodies most written about, with what they are.
struct WhoIsInvolvedComposer {
  let material: Material
  let prominence: Prominence
  private static let length = 6
  private static let kinds: Set<EntityKind> = [.person, .organisation, .government, .group]

  func compose(_ used: inout UsedSentences) -> ExplainerSection? {
    let finder = DefinitionFinder(material: material)
    let descriptions = DescriptionFinder(material: material)
    var blocks: [ExplainerSection.Block] = []
    for entry in prominence.entries where Self.kinds.contains(entry.kind) && !isCountry(entry) {
      if blocks.count == Self.length { break }
      guard acts(entry), !prominence.isPartOfAnother(entry.entity, material.naming),
        let label = material.label(entry.entity)
      else { continue }
      if let text = descriptions.sentence(about: entry.entity) {
        blocks.append(.init(label: label, entity: entry.entity, texts: NonEmpty(text)))
        continue
      }
      for sentence in finder.sentences(about: entry.entity) {
        guard let text = used.take(sentence, from: material) else { continue }
        blocks.append(.init(label: label, entity: entry.entity, texts: NonEmpty(text)))
        break
      }
    }
    guard let all = NonEmpty(blocks) else { return nil }
    return ExplainerSection(kind: .whoIsInvolved, blocks: all)
  }

  /// Whether it is a person, or speaks: a thing whose name was taken for a body's does neither.
  private func acts(_ entry: Prominence.Entry) -> Bool {
    entry.kind == .person || material.quotations.contains { $0.speaker == entry.entity }
  }

  /// Readers know what a country is.
  private func isCountry(_ entry: Prominence.Entry) -> Bool {
    material.evidence.profiles[entry.entity]?.country != nil
  }
}
