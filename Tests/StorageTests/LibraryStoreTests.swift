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

  @Test func `derived tables are replaced as a whole`() throws {
    let one = try input("a", "Rain fell.", published: "2023-05-11")
    _ = try store.file([one])
    #expect(try store.isBehind())
    let trend = Trend(binDays: 1, bins: [], origins: 1, outlets: 1, burst: 1)
    func tables(_ name: String) -> Organisation {
      Organisation(
        origins: [Origin(id: OriginID("o"), articles: [ArticleID("a")], source: nil)],
        stories: [
          Story(
            id: StoryID("s"), headline: "Rain", articles: [ArticleID("a")], firstDay: nil,
            lastDay: nil)
        ],
        topics: [
          Topic(
            id: TopicID(name), name: name, stories: [StoryID("s")], articles: [ArticleID("a")],
            trend: trend)
        ], entities: [one.id: []], profiles: [])
    }
    let generation = try store.generation()
    #expect(try store.replaceDerived(tables("rain"), notes: [:], generation: generation))
    #expect(try store.replaceDerived(tables("weather"), notes: [:], generation: generation))
    #expect(try !store.replaceDerived(tables("late"), notes: [:], generation: generation - 1))
    #expect(try store.topics().map(\.name) == ["weather"])
    #expect(try store.topics(of: StoryID("s")).map(\.name) == ["weather"])
    let filed = try #require(try store.filed(ArticleID("a")))
    #expect(filed.origin == OriginID("o"))
    #expect(filed.story == StoryID("s"))
    #expect(try store.derivedDifferences(from: tables("weather")) == [])
    #expect(try store.derivedDifferences(from: tables("rain")).count == 2)
    #expect(try !store.markUpToDate(generation: generation - 1))
    #expect(try store.markUpToDate(generation: generation))
    #expect(try !store.isBehind())
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
