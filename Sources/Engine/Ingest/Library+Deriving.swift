import Composition
import Knowledge
import NewsModel
import Primitives
import Storage

extension Library {
  /// What all articles together give: the tables, the clock and the digest of the content.
  struct Derivation {
    let tables: Organisation
    let clock: String
    let content: String
  }

  /// Derives everything that needs more than one article from the stored versions, from the beginning.
  ///
  /// Texts and analyses are in memory one at a time, names when the groups are made.
  func deriveTables() throws -> Derivation {
    var places: [(version: VersionID, order: PublicationOrder)] = []
    try store.eachCurrentHead { places.append(($0, PublicationOrder($1))) }
    places.sort { $0.order < $1.order }
    let tables = try Organiser().organise(count: places.count) { [store, places] place in
      try store.article(places[place].version)
    } names: {
      try readNames()
    }
    return Derivation(
      tables: tables, clock: try store.latestTime() ?? "",
      content: try contentDigest())
  }

  /// The names of all current versions, from their analyses, earliest first.
  private func readNames() throws -> [ArticleNames] {
    var names: [ArticleNames] = []
    var pool = NamePool()
    try store.eachVersion(currentOnly: true) { version, analysis, _ in
      let read = ArticleNames(version, analysis)
      names.append(
        ArticleNames(
          version: read.version, order: read.order, entities: pool.pooled(read.entities)))
    }
    return names.sorted { $0.order < $1.order }
  }

  /// The entities across articles, from the names that were kept when the articles were filed.
  func deriveEntities() throws -> EntityRegistry {
    var names: [ArticleNames] = []
    var stories: [Int] = []
    var copies: Set<Int> = []
    var pool = NamePool()
    try store.eachNames { filed in
      let entities: [NamedEntity]
      do {
        entities = pool.pooled(
          try CanonicalJSON.decode([NamedEntity].self, from: filed.names.utf8))
      } catch {
        throw StorageError.damaged(
          path: path, what: "the names of \(filed.article) cannot be read (\(error))")
      }
      if filed.isCopy { copies.insert(names.count) }
      stories.append(filed.story)
      names.append(
        ArticleNames(
          version: filed.version,
          order: PublicationOrder(moment: filed.moment, article: filed.article.rawValue),
          entities: entities))
    }
    return EntityRegistry(names, stories: stories, copies: copies)
  }

  /// The digest of the names of all versions.
  func contentDigest() throws -> String { Digest(fields: try store.versionIDs()).short(32) }
}
