public import NewsModel
import Primitives

/// Finds what links an entity to others, each link with its sentences.
///
/// A link is something an article says: a stance, a statement of the one that names the other, an event or a programme in which both
/// take part. Being mentioned in one article links nobody.
public struct RelationBuilder: Sendable {
  /// Creates a builder.
  public init() {}

  /// The relations of an entity, those of most texts first.
  /// - Complexity: O(findings of the articles that concern the entity).
  public func relations(of entity: EntityID, in articles: [FiledArticle]) -> [Relation] {
    var links: [Link: [(passage: Passage, origin: OriginID)]] = [:]
    for filed in articles.filter({ $0.isCurrent && !$0.isCopy }).inOrderOfPublication.reversed() {
      var seen: Set<Link> = []
      for (link, range) in Self.links(in: filed, of: entity)
      where link.from != link.to && !range.isEmpty && seen.insert(link).inserted {
        let passage = Passage(version: filed.version.id, range: range)
        links[link, default: []].append((passage, filed.origin))
      }
    }
    let relations = links.compactMap { link, places -> Relation? in
      guard let passages = NonEmpty(places.map(\.passage)) else { return nil }
      return Relation(
        from: link.from, to: link.to, kind: link.kind, passages: passages,
        originCount: Set(places.map(\.origin)).count)
    }
    return relations.sorted { a, b in
      if a.originCount != b.originCount { return a.originCount > b.originCount }
      return (a.from, a.to, a.kind) < (b.from, b.to, b.kind)
    }
  }

  private struct Link: Hashable {
    let from: EntityID
    let to: EntityID
    let kind: Relation.Kind
  }

  private static func links(
    in filed: FiledArticle, of entity: EntityID
  ) -> [(Link, ByteRange)] {
    var found: [(Link, ByteRange)] = []
    func note(_ from: EntityID, _ to: EntityID, _ kind: Relation.Kind, _ range: ByteRange) {
      guard from == entity || to == entity else { return }
      found.append((Link(from: from, to: to, kind: kind), range))
    }
    for stance in filed.analysis.stances where stance.polarity != .neutral {
      note(
        filed.entity(stance.holder), filed.entity(stance.target),
        stance.polarity == .for ? .for : .against, stance.evidence)
    }
    for statement in filed.analysis.statements where statement.footing != .outlet {
      guard let speaker = statement.speaker.map({ filed.entity($0) }) else { continue }
      for (subject, id) in zip(filed.analysis.entities, filed.entities)
      where subject.kind != .place && subject.kind != .other && id != speaker {
        let isNamed = subject.mentions.contains { mention in
          statement.content.contains { $0.contains(mention) }
        }
        if isNamed { note(speaker, id, .speaksOf, statement.extent) }
      }
    }
    for event in filed.analysis.events where event.status != .denied {
      let acting = event.participants.filter { filed.analysis.entities[$0.rawValue].kind != .place }
      pairs(acting.map { filed.entity($0) }, with: entity).forEach {
        note($0.0, $0.1, .takesPartWith, event.range)
      }
    }
    for programme in filed.analysis.programmes {
      pairs(programme.parties.map { filed.entity($0) }, with: entity).forEach {
        note($0.0, $0.1, .partnersIn, programme.evidence.first)
      }
    }
    return found
  }

  /// The pairs of an entity with each other one, the smaller name first.
  private static func pairs(
    _ all: [EntityID], with entity: EntityID
  ) -> [(EntityID, EntityID)] {
    guard all.contains(entity) else { return [] }
    return Set(all).subtracting([entity]).sorted().map { (min(entity, $0), max(entity, $0)) }
  }
}
