import NewsModel
import Primitives

/// Gives every entity of every analysis an entity of the library.
struct EntityRegistry {
  /// The library's entity for each entity of a version's analysis.
  let entities: [VersionID: [EntityID]]
  /// The entities of the library, sorted by id.
  let profiles: [EntityProfile]

  /// Reads the analyses, in order of publication; `stories` gives the story of each article by number.
  ///
  /// What is said in `copies` (articles by number) was said once, in the text that they were made from.
  /// - Complexity: near linear in the number of entities.
  init(_ articles: [AnalysedArticle], stories: [Int], copies: Set<Int> = []) {
    let table = NameTable(articles, stories: stories)
    let resolver = SurnameResolver(table, NameJoiner(table))
    var drafts: [Int: ProfileDraft] = [:]
    var roots: [[Int]] = []
    for (index, article) in articles.enumerated() {
      let numbers = zip(table.numbers[index], article.analysis.entities).map { number, _ in
        number < 0 ? -1 : resolver.resolve(number, story: stories[index])
      }
      Self.collect(article, index, numbers, isCopy: copies.contains(index), &drafts)
      roots.append(numbers)
    }
    let named = Self.named(drafts)
    var entities: [VersionID: [EntityID]] = [:]
    for (article, numbers) in zip(articles, roots) {
      entities[article.version.id] = numbers.map { named.ids[$0] ?? EntityID("unnamed") }
    }
    self.entities = entities
    profiles = named.profiles.sorted { $0.id < $1.id }
  }

  private static func collect(
    _ article: AnalysedArticle, _ index: Int, _ numbers: [Int], isCopy: Bool,
    _ drafts: inout [Int: ProfileDraft]
  ) {
    let text = Array(article.article.text.utf8)
    var spoken = [Int](repeating: 0, count: numbers.count)
    for statement in isCopy ? [] : article.analysis.statements {
      if let speaker = statement.speaker?.rawValue, spoken.indices.contains(speaker) {
        spoken[speaker] += 1
      }
    }
    for (place, entity) in article.analysis.entities.enumerated() {
      drafts[numbers[place], default: ProfileDraft()].add(
        entity, article: index, text: text, statements: spoken[place])
    }
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
