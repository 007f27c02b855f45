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
  }
}
