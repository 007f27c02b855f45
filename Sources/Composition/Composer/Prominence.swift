import NewsModel

/// The entities of a topic by how many of its origins mention them.
struct Prominence {
  /// An entity with its counts.
  struct Entry {
    let entity: EntityID
    let kind: EntityKind
    let origins: Int
    let mentions: Int
  }

  /// Entities of one origin only count in topics with fewer origins than this.
  private static let manyOrigins = 4

  /// Most origins first, then most mentions, then by name.
  let entries: [Entry]
  private let persons: NamesOfPersons

  /// Whether another, more prominent name of the same kind shares its last words, or it is one word of another's name.
  ///
  /// "Quill" beside "Ada Quill", "Dame Ada Quill" beside "Ada Quill": likely the same person, told of under the other name.
  func isPartOfAnother(_ entity: EntityID, _ naming: Naming) -> Bool {
    let own = naming.name(entity).split(separator: " ").map(String.init)
    let isPerson = naming.kind(entity) == .person
    guard isPerson || own.count == 1 else { return false }
    if own.count == 1 {
      return persons.count > 1 && isPerson
        || persons.has(own[0], besides: entity, asLast: !isPerson)
    }
    return persons.isLonger(own, than: entity)
  }

  init(_ material: Material) {
    var counts: [EntityID: (origins: Int, mentions: Int)] = [:]
    for filed in material.originals {
      var own: [EntityID: Int] = [:]
      for entity in filed.analysis.entities {
        own[filed.entity(entity.id), default: 0] += entity.mentions.count
      }
      for (id, mentions) in own {
        let known = counts[id] ?? (0, 0)
        counts[id] = (known.origins + 1, known.mentions + mentions)
      }
    }
    let least = material.originals.count >= Self.manyOrigins ? 2 : 1
    entries = counts.compactMap { id, count in
      guard count.origins >= least, let kind = material.naming.kind(id) else { return nil }
      return Entry(entity: id, kind: kind, origins: count.origins, mentions: count.mentions)
    }
    .sorted { a, b in
      if a.origins != b.origins { return a.origins > b.origins }
      if a.mentions != b.mentions { return a.mentions > b.mentions }
      return a.entity < b.entity
    }
    persons = NamesOfPersons(
      entries.filter { $0.kind == .person }.map { ($0.entity, material.naming.name($0.entity)) })
  }
}
