package import NewsModel
import Primitives

/// What an article says of one entity, as far as other articles are concerned.
package struct NamedEntity: Codable, Hashable, Sendable {
  /// The fullest name that the article uses.
  let name: String
  let kind: EntityKind
  let aliases: [String]
  let country: String?
  /// The name or alias that the article uses most.
  let usual: String?
  /// True where the article hardly uses another: "Nato" eighteen times, its long name once.
  let prevails: Bool?
  /// In how many statements it speaks.
  let statements: Int

  private enum CodingKeys: String, CodingKey {
    case name = "n"
    case kind = "k"
    case aliases = "a"
    case country = "c"
    case usual = "u"
    case prevails = "p"
    case statements = "s"
  }
}

/// Keeps each of the strings that many articles have in common once.
package struct NamePool {
  private var known: Set<String> = []

  /// Creates an empty pool.
  package init() {}

  /// The same entities, with the strings of those before where they are equal.
  package mutating func pooled(_ entities: [NamedEntity]) -> [NamedEntity] {
    entities.map { entity in
      NamedEntity(
        name: pooled(entity.name), kind: entity.kind, aliases: entity.aliases.map { pooled($0) },
        country: entity.country, usual: entity.usual.map { pooled($0) },
        prevails: entity.prevails, statements: entity.statements)
    }
  }

  private mutating func pooled(_ text: String) -> String { known.insert(text).memberAfterInsert }
}

/// The entities of an article, in the order of its analysis.
package struct ArticleNames: Sendable {
  package let version: VersionID
  package let order: PublicationOrder
  package let entities: [NamedEntity]

  /// Puts together what was kept.
  package init(version: VersionID, order: PublicationOrder, entities: [NamedEntity]) {
    self.version = version
    self.order = order
    self.entities = entities
  }

  /// Reads an article and its analysis.
  /// - Complexity: O(entities · mentions).
  package init(_ version: ArticleVersion, _ analysis: Analysis) {
    self.version = version.id
    order = PublicationOrder(version.article)
    let text = Array(version.article.text.utf8)
    var spoken = [Int](repeating: 0, count: analysis.entities.count)
    for statement in analysis.statements {
      if let speaker = statement.speaker?.rawValue, spoken.indices.contains(speaker) {
        spoken[speaker] += 1
      }
    }
    entities = zip(analysis.entities, spoken).map { entity, statements in
      let usual = Self.usualForm(entity, text)
      return NamedEntity(
        name: entity.name, kind: entity.kind, aliases: entity.aliases, country: entity.country,
        usual: usual?.form, prevails: usual?.prevails ?? false ? true : nil,
        statements: statements)
    }
  }

  /// By how much a form must be used more than the full name to stand for it.
  private static let clearly = 5

  private static func usualForm(_ entity: Entity, _ text: [UInt8])
    -> (form: String, prevails: Bool)?
  {
    var counts: [String: Int] = [:]
    let known = Set([entity.name] + entity.aliases)
    for mention in entity.mentions where mention.end <= text.count {
      let words = String(decoding: text[mention.indices], as: UTF8.self)
      if known.contains(words) { counts[words, default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { usual in
      (usual.key, usual.value >= Self.clearly * max(1, counts[entity.name] ?? 0))
    }
  }
}
