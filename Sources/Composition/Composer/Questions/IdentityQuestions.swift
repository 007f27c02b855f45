import NewsModel
import Primitives

/// "What is X?" and "Who is X?", answered only by words that say what or who.
struct IdentityQuestions {
  let material: Material
  let findings: Findings
  private static let things: Set<EntityKind> = [.programme, .event, .work, .product, .organisation]
  private static let thingCount = 3
  private static let personCount = 3

  func drafts() -> [QuestionComposer.Draft] {
    let things = findings.prominence.entries.filter { Self.things.contains($0.kind) }
      .prefix(Self.thingCount * 2)
    let persons = findings.prominence.entries.filter { isFullName($0) }
      .prefix(Self.personCount * 2)
    return balanced(things.map { thing($0.entity) }, Self.thingCount)
      + balanced(persons.map { person($0.entity) }, Self.personCount)
  }

  /// Whether it is a person with a first name; a surname alone may be anybody's.
  private func isFullName(_ entry: Prominence.Entry) -> Bool {
    entry.kind == .person && material.naming.name(entry.entity).contains(" ")
  }

  /// So many answered ones; of the others only those more prominent than the last answered one.
  private func balanced(_ drafts: [QuestionComposer.Draft], _ limit: Int)
    -> [QuestionComposer.Draft]
  {
    let answered = drafts.filter { !$0.answer.isEmpty }.prefix(limit)
    return answered + drafts.prefix(limit).filter(\.answer.isEmpty)
  }

  private func thing(_ entity: EntityID) -> QuestionComposer.Draft {
    let sentences = DefinitionFinder(material: material).sentences(about: entity)
    return .init(
      question: "What is \(material.naming.inSentence(entity))?",
      answer: sentences.prefix(1).compactMap(material.cited))
  }

  private func person(_ entity: EntityID) -> QuestionComposer.Draft {
    let finder = DefinitionFinder(material: material)
    let role = finder.role(of: entity).map { described(entity, $0) }
    let sentence = finder.sentences(about: entity).first.flatMap(material.cited)
    let answer = role ?? sentence
    return .init(
      question: "Who is \(material.naming.name(entity))?", answer: answer.map { [$0] } ?? [])
  }

  private func described(_ entity: EntityID, _ citation: Citation) -> CitedText {
    CitedText(
      NonEmpty(
        .computed("\(material.naming.name(entity)) is described as \u{201C}"),
        [.source(citation.exact), .computed("\u{201D}.")]),
      citations: NonEmpty(citation))
  }
}
