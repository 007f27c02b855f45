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

  /// Whether another, more prominent name of the same kind shares its last words, or it is one word of another's name.
  ///
  /// "Quill" beside "Ada Quill", "Dame Ada Quill" beside "Ada Quill": likely the same person, told of under the other name.
  func isPartOfAnother(_ entity: EntityID, _ naming: Naming) -> Bool {
    let own = naming.name(entity).split(separator: " ")
    guard naming.kind(entity) == .person || own.count == 1 else { return false }
    for entry in entries where entry.entity != entity && entry.kind == .person {
      let other = naming.name(entry.entity).split(separator: " ")
      if own.count == 1, other.count > 1, other.last == own[0] { return true }
      if naming.kind(entity) != .person { continue }
      if own.count == 1, other.contains(own[0]) { return true }
      let isBefore = entries.firstIndex { $0.entity == entity }
        .map { own in entries.firstIndex { $0.entity == entry.entity }.map { $0 < own } ?? false }
      if isBefore == true, other.count > 1, own.count > other.count,
        own.suffix(other.count).elementsEqual(other)
      {
        return true
      }
    }
    return own.count == 1 && naming.kind(entity) == .person
      && entries.filter { $0.kind == .person }.count > 1
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
  }
}
