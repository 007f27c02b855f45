import NewsModel

/// Gives every entity of every analysis an entity of the library.
struct EntityRegistry {
  /// The library's entity for each entity of a version's analysis.
  let entities: [VersionID: [EntityID]]
  /// The entities of the library, sorted by id.
  let profiles: [EntityProfile]

  /// Reads the analyses, in order of publication.
  init(_ articles: [AnalysedArticle]) {
    var entities: [VersionID: [EntityID]] = [:]
    var found: [EntityID: EntityProfile] = [:]
    for article in articles {
      let ids = article.analysis.entities.map { EntityID(Slug.of($0.name)) }
      entities[article.version.id] = ids
      let spoken = article.analysis.statements.compactMap { $0.speaker?.rawValue }
      var seen: Set<EntityID> = []
      for (index, entity) in article.analysis.entities.enumerated() {
        let id = ids[index]
        let old = found[id]
        let isNew = seen.insert(id).inserted
        found[id] = EntityProfile(
          id: id, name: old?.name ?? entity.name, kind: old?.kind ?? entity.kind,
          aliases: Array(Set((old?.aliases ?? []) + entity.aliases + [entity.name])).sorted(),
          country: old?.country ?? entity.country,
          articleCount: (old?.articleCount ?? 0) + (isNew ? 1 : 0),
          statementCount: (old?.statementCount ?? 0) + spoken.count { $0 == index })
      }
    }
    self.entities = entities
    profiles = found.values.sorted { $0.id < $1.id }
  }
}
