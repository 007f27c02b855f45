import NewsModel
import Primitives
import Storage
import TestSupport
import Testing

struct LibraryStoreTests {
  private let folder: TemporaryFolder
  private let store: LibraryStore

  init() throws {
    folder = try TemporaryFolder()
    store = try LibraryStore(path: folder.file("test.library"), access: .write)
  }

  private func input(
    _ id: String, _ text: String, published: String? = nil, modified: String? = nil
  ) throws -> AnalysedInput {
    let article = Article(
      id: ArticleID(id), outlet: "The Example", title: "Head of \(id)", section: "World",
      published: published.flatMap { CivilTime(iso8601: $0) },
      modified: modified.flatMap { CivilTime(iso8601: $0) }, text: text)
    let sentence = UTF8Text(text).fullRange
    return try AnalysedInput(article: article, analysis: Analysis(sentences: [sentence]))
  }

  @Test func `filing the same version again changes nothing`() throws {
    let one = try input("a", "Rain fell in Quay.")
    #expect(try store.file([one]) == 1)
    #expect(try store.file([one, one]) == 0)
    #expect(try store.holds(one.id))
    #expect(try store.counts().versions == 1)
  }

  @Test func `a correction is the current version, whichever came first`() throws {
    let first = try input("a", "Thirty came.", published: "2023-05-11")
    let second = try input("a", "Forty came.", published: "2023-05-11", modified: "2023-05-12")
    #expect(try store.file([second, first]) == 2)
    let current = try #require(try store.filed(ArticleID("a")))
    #expect(current.version.article.text == "Forty came.")
    #expect(current.version.ordinal == 2)
    #expect(current.isCurrent)
    let replaced = try store.superseded(ArticleID("a"))
    #expect(replaced.map(\.version.article.text) == ["Thirty came."])
    #expect(try #require(try store.filed(ArticleID("a"), ordinal: 1)).isCurrent == false)
  }

  @Test func `search finds sentences of current versions only`() throws {
    _ = try store.file([
      try input("a", "Thirty delegates came.", published: "2023-05-11"),
      try input("a", "Forty delegates came.", published: "2023-05-11", modified: "2023-05-12"),
      try input("b", "A delegate left."),
    ])
    let found = try store.sentences(matching: "\"delegates\"", limit: 10, offset: 0)
    #expect(found.total == 2)
    #expect(Set(found.page.map(\.article.rawValue)) == ["a", "b"])
    #expect(try store.sentences(matching: "\"thirty\"", limit: 10, offset: 0).total == 0)
  }

  private func draft(_ leader: String, moment: Int, _ name: String) -> TopicDraft {
    let topic = Topic(
      id: TopicID(""), name: name, stories: [StoryID("s-\(leader)")], articles: [ArticleID(leader)],
      trend: Trend(binDays: 1, bins: [], origins: 1, outlets: 1, burst: 1))
    return TopicDraft(
      leader: ArticleID(leader), moment: moment, slug: name.lowercased(), lastDay: nil, topic: topic
    )
  }

  private func keep(_ drafts: [TopicDraft], dropping gone: [String] = []) throws {
    let number = drafts.map(\.leader.rawValue).joined() + gone.joined() + "\(drafts.count)"
    _ = try store.file([try input(number, "Text of \(number).")]) { _, tables in
      try tables.keep(drafts, dropping: gone.map { ArticleID($0) }) { slug, place in
        TopicID(place == 0 ? slug : "\(slug)--\(place + 1)")
      }
    }
  }

  @Test func `of topics with one name the earliest has the plain address`() throws {
    try keep([draft("b", moment: 20, "Rain")])
    #expect(try store.topic(TopicID("rain"))?.articles == [ArticleID("b")])
    try keep([draft("a", moment: 10, "Rain"), draft("c", moment: 30, "Rain")])
    #expect(try store.topic(TopicID("rain"))?.articles == [ArticleID("a")])
    #expect(try store.topic(TopicID("rain--2"))?.articles == [ArticleID("b")])
    #expect(try store.topics(of: StoryID("s-c")).map(\.id.rawValue) == ["rain--3"])
    try keep([draft("b", moment: 20, "Snow")], dropping: ["a"])
    #expect(try store.topic(TopicID("rain"))?.articles == [ArticleID("c")])
    #expect(try store.topic(TopicID("snow"))?.articles == [ArticleID("b")])
    #expect(try store.topics().count == 2)
    #expect(try store.topics(of: StoryID("s-a")).isEmpty)
  }

  @Test func `entities are written for the generation that they were derived from`() throws {
    let one = try input("a", "Rain fell.", published: "2023-05-11")
    _ = try store.file([one])
    #expect(try store.isBehind())
    let generation = try store.generation()
    let profile = EntityProfile(
      id: EntityID("quay"), name: "Quay", kind: .place, aliases: ["Quay"], country: nil,
      articleCount: 1, statementCount: 0)
    func replace(_ profiles: [EntityProfile], _ generation: Int) throws -> Bool {
      try store.replaceEntities(profiles, mentions: [:], notes: [:], generation: generation)
    }
    #expect(try replace([profile], generation))
    #expect(try !replace([], generation - 1))
    #expect(try store.entities() == [profile])
    #expect(try replace([], generation))
    #expect(try store.entities().isEmpty)
    #expect(try !store.markUpToDate(generation: generation - 1))
    #expect(try store.markUpToDate(generation: generation))
    #expect(try !store.isBehind())
  }

  @Test func `versions that became current and that ceased to be are told apart`() throws {
    var seen: [CurrentChanges] = []
    func file(_ inputs: [AnalysedInput]) throws {
      _ = try store.file(inputs) { changes, _ in seen.append(changes) }
    }
    let first = try input("a", "Thirty came.", published: "2023-05-11")
    let second = try input("a", "Forty came.", published: "2023-05-11", modified: "2023-05-12")
    try file([second])
    try file([first])
    try file([try input("a", "Fifty came.", published: "2023-05-11", modified: "2023-05-13")])
    #expect(seen.map(\.current.count) == [1, 0, 1])
    #expect(seen.map(\.replaced.count) == [0, 0, 1])
    #expect(seen[2].replaced == seen[0].current)
  }

  @Test func `new analyses replace the old and the search index follows`() throws {
    _ = try store.file([try input("a", "Rain fell. Snow fell.")])
    let count = try store.replaceAnalyses { _ in
      Analysis(sentences: [ByteRange(0, 10), ByteRange(11, 21)])
    }
    #expect(count == 1)
    let found = try store.sentences(matching: "\"snow\"", limit: 10, offset: 0)
    #expect(found.page.map(\.sentence) == [ByteRange(11, 21)])
    #expect(try store.storedFaults().isEmpty)
  }

  @Test func `two readers and a writer see whole states`() throws {
    _ = try store.file([try input("a", "Rain fell.")])
    let reader = try LibraryStore(path: store.path, access: .read)
    #expect(try reader.counts().articles == 1)
    _ = try store.file([try input("b", "Snow fell.")])
    #expect(try reader.counts().articles == 2)
  }
}

struct LibraryStoreRefusalTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func `a folder is refused with what to do`() {
    let error = #expect(throws: StorageError.self) {
      try LibraryStore(path: folder.path, access: .write)
    }
    #expect(error?.description.contains("is a folder; name a file") == true)
  }

  @Test func `a missing library is not made by reading`() {
    #expect(throws: StorageError.missing(path: folder.file("no.library"))) {
      try LibraryStore(path: folder.file("no.library"), access: .read)
    }
  }

  @Test func `a file that is no database is refused and kept`() throws {
    let path = try folder.write(String(repeating: "not a database ", count: 500), to: "x.library")
    let error = #expect(throws: SQLiteError.self) { try LibraryStore(path: path, access: .write) }
    #expect(error?.description.contains("is not a library or is damaged") == true)
  }

  @Test func `a path in a folder that does not exist is named`() {
    let path = folder.file("no/such/x.library")
    let error = #expect(throws: SQLiteError.self) { try LibraryStore(path: path, access: .write) }
    #expect(error?.description.contains(path) == true)
  }
}
