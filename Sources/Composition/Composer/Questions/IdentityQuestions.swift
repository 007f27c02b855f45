import NewsModel
import Primitives

/// "What is X?" and "Who is X?", answered only by words that say what or who.
struct IdentityQuestions {
  let material: Material
  let findings: Findings
  private static let things: Set<EntityKind> = [.programme, .event, .work, .product, .organisation]
  private static let thingCount = 4
  private static let personCount = 3

  func drafts() -> [QuestionComposer.Draft] {
    let things = findings.prominence.entries.filter { Self.things.contains($0.kind) }
      .prefix(Self.thingCount * 2)
    let persons = findings.prominence.entries.lazy.filter { isFullName($0) }
      .prefix(Self.personCount * 2)
    return balanced(things.map { thing($0.entity) }, Self.thingCount)
      + balanced(persons.map { person($0.entity) }, Self.personCount)
  }

  /// Whether it is a person with a first name; a surname alone may be anybody's.
  private func isFullName(_ entry: Prominence.Entry) -> Bool {
    entry.kind == .person && material.naming.name(entry.entity).contains(" ")
      && !findings.prominence.isPartOfAnother(entry.entity, material.naming)
  }

  /// So many answered ones; of the others only those more prominent than the last answered one.
  private func balanced(_ drafts: [QuestionComposer.Draft], _ limit: Int)
    -> [QuestionComposer.Draft]
  {
    let answered = drafts.filter { !$0.answer.isEmpty }.prefix(limit)
    return answered + drafts.prefix(limit).filter(\.answer.isEmpty)
  }

  private func thing(_ entity: EntityID) -> QuestionComposer.Draft {
    let described = DescriptionFinder(material: material).sentence(about: entity)
    let finder = DefinitionFinder(material: material)
    let sentence = (finder.sentences(about: entity) + finder.introductions(of: entity)).first
      .flatMap(material.cited)
    return .init(
      question: "What is \(material.naming.inSentence(entity))?",
      answer: (described ?? sentence).map { [$0] } ?? [])
  }

  private func person(_ entity: EntityID) -> QuestionComposer.Draft {
    let role = DescriptionFinder(material: material).sentence(about: entity)
    let sentence = DefinitionFinder(material: material).sentences(about: entity).first
    let answer = role ?? sentence.flatMap(material.cited)
    return .init(
      question: "Who is \(material.naming.name(entity))?", answer: answer.map { [$0] } ?? [])
  }
}
