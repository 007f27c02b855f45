import Linguistics
import NewsModel
import Primitives

/// Groups the names of an article into entities.
struct EntityFinder {
  let words: ArticleWords

  init(_ words: ArticleWords) {
    self.words = words
  }

  /// The entities in order of first mention.
  func entities() -> EntityTable {
    var order: [String] = []
    var groups: [String: [Int]] = [:]
    for (number, name) in words.names.enumerated() {
      let key = words.lower[name.tokens].joined(separator: " ")
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(number)
    }
    var entityOfName = [EntityIndex?](repeating: nil, count: words.names.count)
    var entities: [Entity] = []
    for key in order {
      let numbers = groups[key] ?? []
      guard let first = numbers.first else { continue }
      let id = EntityIndex(entities.count)
      for number in numbers { entityOfName[number] = id }
      entities.append(
        Entity(
          id: id, name: words.annotated.text[words.range(words.names[first].tokens)],
          kind: Self.kind(words.names[first].label),
          mentions: numbers.map { words.range(words.names[$0].tokens) }))
    }
    return EntityTable(
      entities: entities, entityOfName: entityOfName, nameOf: words.nameOf)
  }

  static func kind(_ label: String) -> EntityKind {
    switch label {
    case "PERSON": .person
    case "ORG": .organisation
    case "GPE", "LOC", "FAC": .place
    case "NORP": .group
    case "LAW", "WORK_OF_ART": .work
    case "EVENT": .event
    case "PRODUCT": .product
    default: .other
    }
  }
}
