package import NewsModel
import Primitives

/// Gives every entity of every analysis an entity of the library.
package struct EntityRegistry {
  /// The library's entity for each entity of a version's analysis.
  package let entities: [VersionID: [EntityID]]
  /// The entities of the library, sorted by id.
  package let profiles: [EntityProfile]

  /// Reads the names of articles, in order of publication; `stories` gives the story of each by number.
  ///
  /// What is said in `copies` (articles by number) was said once, in the text that they were made from.
  /// - Complexity: near linear in the number of entities.
  package init(_ articles: [ArticleNames], stories: [Int], copies: Set<Int> = []) {
    let table = NameTable(articles, stories: stories)
    let resolver = SurnameResolver(table, NameJoiner(table))
    var drafts: [Int: ProfileDraft] = [:]
    var roots: [[Int]] = []
    for (index, article) in articles.enumerated() {
      let numbers = table.numbers[index].map {
        $0 < 0 ? -1 : resolver.resolve($0, story: stories[index])
      }
      for (number, entity) in zip(numbers, article.entities) {
        drafts[number, default: ProfileDraft()].add(
          entity, article: index, isCopy: copies.contains(index))
      }
      roots.append(numbers)
    }
    let named = Self.named(drafts)
    var entities: [VersionID: [EntityID]] = [:]
    for (article, numbers) in zip(articles, roots) {
      entities[article.version] = numbers.map { named.ids[$0] ?? EntityID("unnamed") }
    }
    self.entities = entities
    profiles = named.profiles.sorted { $0.id < $1.id }
  }

  /// Names the entities, those in most articles first, so that they get the slug without a number.
  private static func named(
    _ drafts: [Int: ProfileDraft]
  ) -> (ids: [Int: EntityID], profiles: [EntityProfile]) {
    let ordered = drafts.sorted { a, b in
      (b.value.articleCount, a.key) < (a.value.articleCount, b.key)
    }
    var taken: Set<String> = []
    var ids: [Int: EntityID] = [:]
    var profiles: [EntityProfile] = []
    for (number, draft) in ordered {
      let name = draft.name
      let id = EntityID(
        name.isEmpty ? Slug.unique("unnamed", &taken) : Slug.unique(name, &taken))
      ids[number] = id
      profiles.append(
        EntityProfile(
          id: id, name: name.isEmpty ? "Unnamed" : name, kind: draft.kind, aliases: draft.aliases,
          country: draft.country, articleCount: draft.articleCount,
          statementCount: draft.statementCount))
    }
    return (ids, profiles)
  }
}
