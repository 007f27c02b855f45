import NewsModel
import Primitives
import Testing

@testable import Knowledge

struct EntityRegistryTests {
  private struct Named {
    let name: String
    var kind = EntityKind.person
    var aliases: [String] = []
    var country: String?
  }

  private func article(_ id: String, _ entities: [Named]) -> AnalysedArticle {
    let text = entities.map(\.name).joined(separator: ", ") + "."
    var start = 0
    let found = entities.enumerated().map { index, named in
      let range = ByteRange(start, start + named.name.utf8.count)
      start = range.end + 2
      return Entity(
        id: EntityIndex(index), name: named.name, kind: named.kind, mentions: [range],
        aliases: named.aliases, country: named.country)
    }
    return Sample.article(id, nil, text, analysis: Analysis(entities: found))
  }

  /// The library's names for the entities of the last article; each article is a story unless told.
  private func resolved(_ articles: [[Named]], stories: [Int]? = nil) -> [String] {
    let built = articles.enumerated().map { article("a\($0.offset)", $0.element) }
    let registry = EntityRegistry(names(built), stories: stories ?? Array(built.indices))
    let names = Dictionary(
      registry.profiles.map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
    let last = built.last.flatMap { registry.entities[$0.version.id] } ?? []
    return last.map { names[$0] ?? "" }
  }

  @Test(arguments: [
    ("President Ilse Varga", "Ilse Varga"), ("Ilse  Varga", "Ilse Varga"),
    ("ILSE VARGA", "Ilse Varga"), ("Ilse Várga", "Ilse Varga"), ("Ilse M. Varga", "Ilse Varga"),
  ])
  func `variants of a name are one person`(variant: String, name: String) {
    let known = [Named(name: name)]
    #expect(resolved([known, known, known, [Named(name: variant)]]) == [name])
  }

  private func names(_ articles: [AnalysedArticle]) -> [ArticleNames] {
    articles.map { ArticleNames($0.version, $0.analysis) }
  }

  @Test func `a surname alone is the person of that name in the same story`() {
    let all = [
      [Named(name: "Ilse Varga")], [Named(name: "Tom Varga")], [Named(name: "Varga")],
    ]
    #expect(resolved(all, stories: [0, 1, 1]) == ["Tom Varga"])
  }

  @Test func `a surname that two people bear stays alone`() {
    let all = [
      [Named(name: "Ilse Varga")], [Named(name: "Tom Varga")], [Named(name: "Varga")],
    ]
    #expect(resolved(all) == ["Varga"])
  }

  @Test func `a surname that one person of the library bears is that person`() {
    #expect(resolved([[Named(name: "Ilse Varga")], [Named(name: "Varga")]]) == ["Ilse Varga"])
  }

  @Test func `a surname that comes first is looked up as well`() {
    #expect(resolved([[Named(name: "Nam Do Hyun")], [Named(name: "Nam")]]) == ["Nam Do Hyun"])
  }

  @Test func `two people with other middle initials stay two`() {
    let all = [
      [Named(name: "Jan A. Holt")], [Named(name: "Jan B. Holt")], [Named(name: "Jan Holt")],
    ]
    #expect(resolved(all) == ["Jan Holt"])
  }

  @Test func `an acronym is the long name that an article gives with it`() {
    let long = "Northern Ports Association"
    let all = [
      [Named(name: long, kind: .organisation, aliases: ["NPA"])],
      [Named(name: "NPA", kind: .organisation)],
    ]
    #expect(resolved(all) == [long])
  }

  @Test func `an acronym of two long names stays alone`() {
    let all = [
      [Named(name: "Northern Ports Association", kind: .organisation, aliases: ["NPA"])],
      [Named(name: "National Poultry Authority", kind: .organisation, aliases: ["NPA"])],
      [Named(name: "NPA", kind: .organisation)],
    ]
    #expect(resolved(all) == ["NPA"])
  }

  @Test func `British and American spellings are one organisation`() {
    let all = [
      [Named(name: "Organisation for Harbour Defence", kind: .organisation)],
      [Named(name: "the Organization for Harbor Defense", kind: .organisation)],
    ]
    #expect(resolved(all).count == 1)
    #expect(Set(resolved(all) + resolved(Array(all.reversed()))).count == 1)
  }

  @Test func `a heading that ran into a name makes no second person`() {
    let all = [
      [Named(name: "Ada Quill")],
      [Named(name: "Share This Ada Quill", aliases: ["Ada Quill"])],
    ]
    #expect(resolved(all) == ["Ada Quill"])
    let built = all.enumerated().map { article("a\($0.offset)", $0.element) }
    #expect(EntityRegistry(names(built), stories: [0, 1]).profiles.count == 1)
  }

  @Test func `a name that was cut at its hyphen is the whole one of its story`() {
    let whole = Named(name: "Park Min-seo")
    let cut = Named(name: "Park Min")
    #expect(resolved([[whole], [cut]], stories: [0, 0]) == ["Park Min-seo"])
    #expect(resolved([[whole], [cut]], stories: [0, 1]) == ["Park Min"])
    #expect(
      resolved([[whole], [Named(name: "Park Min-ah")], [cut]], stories: [0, 0, 0]) == ["Park Min"])
  }

  @Test func `a plan is one under fuller and shorter names`() {
    let fuller = Named(name: "Unesco trade office in Lima", kind: .programme)
    let all = [
      [fuller], [Named(name: "trade office in Lima", kind: .programme)],
      [Named(name: "Unesco trade office", kind: .programme)],
    ]
    #expect(resolved(all) == ["Unesco trade office in Lima"])
    #expect(resolved(Array(all.reversed())) == ["Unesco trade office in Lima"])
    // Of two fuller ones nobody knows which is meant.
    let other = [Named(name: "Unesco trade office in Oslo", kind: .programme)]
    #expect(resolved([[fuller], other, all[2]]) == ["Unesco trade office"])
  }

  @Test func `a player named like a country is not the country`() {
    let all = [
      [Named(name: "Jordan", kind: .government, country: "JO")], [Named(name: "Jordan")],
    ]
    let built = all.enumerated().map { article("a\($0.offset)", $0.element) }
    let registry = EntityRegistry(names(built), stories: [0, 1])
    #expect(registry.profiles.map(\.id.rawValue) == ["jordan", "jordan-2"])
    #expect(registry.profiles.map(\.country) == ["JO", nil])
  }

  @Test func `a country goes by its name however often its adjective is used`() throws {
    let named = Named(
      name: "Norway", kind: .government, aliases: ["Norwegian", "Norwegians"], country: "NO")
    let built = [article("a", [named])]
    let profile = try #require(EntityRegistry(names(built), stories: [0]).profiles.first)
    #expect(profile.name == "Norway")
    #expect(profile.aliases == ["Norway", "Norwegian", "Norwegians"])
  }

  @Test func `what a copy repeats was said once`() throws {
    var built = (0..<2).map { article("a\($0)", [Named(name: "Ilse Varga")]) }
    built = built.map { one in
      var analysis = one.analysis
      analysis.statements = [
        Statement(
          id: "s0", speaker: EntityIndex(0), source: [], cue: [],
          content: NonEmpty(ByteRange(0, 1)),
          form: .indirect, footing: .named)
      ]
      return AnalysedArticle(version: one.version, analysis: analysis)
    }
    let counted = EntityRegistry(names(built), stories: [0, 0], copies: [1])
    #expect(counted.profiles.map(\.statementCount) == [1])
    #expect(counted.profiles.map(\.articleCount) == [2])
    #expect(EntityRegistry(names(built), stories: [0, 0]).profiles.map(\.statementCount) == [2])
  }

  @Test func `an entity without a letter in its name has a profile`() {
    let built = [article("a", [Named(name: "—", kind: .other)])]
    let registry = EntityRegistry(names(built), stories: [0])
    #expect(registry.profiles.map(\.name) == ["—"])
  }

  @Test(arguments: [
    ("U.S. Navy", ["us", "navy"]), ("The Hague", ["hague"]), ("Łódź", ["lodz"]),
    ("George W. Bush", ["george", "w", "bush"]), ("ソウル", ["ソウル"]),
  ])
  func `a key has words without accents and points`(name: String, words: [String]) {
    #expect(NameKey(name, isPerson: false)?.words == words)
  }
}
