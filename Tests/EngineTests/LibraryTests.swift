import Engine
import NewsModel
import Primitives
import TestSupport
import Testing

/// A library of four articles of our own: a report, its copy, a report of the next day, a correction.
struct LibraryTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private static let report = """
    QUAY, May 11 (Tidewire) - The harbour board of Quay will close the old lock on 1 June, chairwoman \
    Ada Brandt said on Thursday.
    Brandt told reporters the lock had failed two inspections and that repairs would cost 30 million \
    crowns. The shipowners' union opposed the closure, saying it would cost 400 jobs.
    """

  private func line(
    _ id: String, outlet: String, title: String, published: String, modified: String? = nil,
    text: String
  ) throws -> String {
    try CanonicalJSON.string(
      Article(
        id: ArticleID(id), url: "https://\(id).example/a", outlet: outlet, title: title,
        published: CivilTime(iso8601: published),
        modified: modified.flatMap { CivilTime(iso8601: $0) }, text: text))
  }

  private func articles() throws -> String {
    let next = Self.report.replacing("30 million", with: "35 million")
    let lines = [
      try line(
        "tide-1", outlet: "Tidewire", title: "Quay to close old lock", published: "2023-05-11",
        text: Self.report),
      try line(
        "mail-1", outlet: "Quay Mail", title: "Old lock to close", published: "2023-05-12",
        text: Self.report),
      try line(
        "tide-1", outlet: "Tidewire", title: "Quay to close old lock", published: "2023-05-11",
        modified: "2023-05-13", text: next),
      try line(
        "post-1", outlet: "Upland Post", title: "Farmers welcome rain", published: "2023-05-20",
        text: "Farmers in the uplands welcomed the rain, their association said. It fell all week."),
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func makeLibrary(_ name: String = "a.library", jobs: Int = 1) throws -> Library {
    let input = try folder.write(try articles(), to: "\(name).jsonl")
    let library = try Library(path: folder.file(name), access: .write)
    let report = try Ingester(
      library: library, jobs: jobs, analyser: Analyser(readingBySurface: ())
    ).ingest([input])
    #expect(report.added == 4)
    #expect(report.refused.isEmpty)
    return library
  }

  @Test func `a second ingest adds nothing and the edition stays`() throws {
    let library = try makeLibrary()
    let before = try library.overview()
    let again = try Ingester(library: library, jobs: 2, analyser: Analyser(readingBySurface: ()))
      .ingest([folder.file("a.library.jsonl")])
    #expect(again.added == 0)
    #expect(again.unchanged == 4)
    #expect(try library.overview().edition == before.edition)
    #expect(before.articleCount == 3)
    #expect(before.versionCount == 4)
  }

  @Test func `the number of cores changes nothing`() throws {
    let one = try makeLibrary("one.library", jobs: 1)
    let two = try makeLibrary("two.library", jobs: 2)
    #expect(try one.edition() == two.edition())
    for topic in try one.topics() {
      #expect(try one.dossier(topic.id) == two.dossier(topic.id))
    }
  }

  @Test func `the clock stands at the latest publication unless it is given`() throws {
    let library = try makeLibrary()
    #expect(try library.now().description == "2023-05-20")
    let later = try Library(path: library.path, now: CivilTime(iso8601: "2024-01-01"))
    #expect(try later.now().description == "2024-01-01")
    #expect(try later.edition() != library.edition())
  }

  @Test func `a correction is shown with the version that it replaced`() throws {
    let library = try makeLibrary()
    let view = try #require(try library.article(ArticleID("tide-1")))
    #expect(view.filed.version.article.text.contains("35 million"))
    #expect(view.ordinals == [1, 2])
    let first = try #require(try library.article(ArticleID("tide-1"), ordinal: 1))
    #expect(first.filed.version.article.text.contains("30 million"))
    #expect(!first.filed.isCurrent)
    #expect(try library.article(ArticleID("tide-1"), ordinal: 3) == nil)
  }

  @Test func `search marks the words and says when not all of them occur`() throws {
    let library = try makeLibrary()
    let found = try library.search("inspections of the lock")
    #expect(found.matchedAll)
    let hit = try #require(found.hits.first)
    let text = UTF8Text(hit.citation.exact)
    #expect(hit.matches.map { text[$0] }.contains("inspections"))
    let partly = try library.search("inspections volcano")
    #expect(!partly.matchedAll)
    #expect(partly.total > 0)
    #expect(try library.search("volcano").total == 0)
  }

  @Test(arguments: ["", "\"", "AND OR NOT", "lock*", "NEAR(", "🦆", "' ; DROP TABLE version; --"])
  func `any query is answered without an error`(query: String) throws {
    let library = try makeLibrary()
    _ = try library.search(query)
    #expect(try library.overview().articleCount == 3)
  }

  @Test func `a library in which nothing was filed yet verifies`() throws {
    let library = try Library(path: folder.file("new.library"), access: .write)
    #expect(try LibraryVerifier(library: library, jobs: 1).faults() == [])
  }

  @Test func `a library filed in another order and in steps is the same`() throws {
    let whole = try makeLibrary("whole.library")
    let stepwise = try Library(path: folder.file("steps.library"), access: .write)
    let lines = try articles().split(separator: "\n").reversed()
    for (number, line) in lines.enumerated() {
      let input = try folder.write(line + "\n", to: "step-\(number).jsonl")
      let analyser = Analyser(readingBySurface: ())
      _ = try Ingester(library: stepwise, jobs: 1, analyser: analyser).ingest([input])
      #expect(try LibraryVerifier(library: stepwise, jobs: 1).faults() == [])
    }
    #expect(try stepwise.edition() == whole.edition())
    #expect(try stepwise.origins() == whole.origins())
    #expect(try stepwise.stories() == whole.stories())
    #expect(try stepwise.topics() == whole.topics())
    #expect(try stepwise.entities() == whole.entities())
    for topic in try whole.topics() {
      #expect(try stepwise.dossier(topic.id) == whole.dossier(topic.id))
    }
  }

  @Test func `what was made verifies`() throws {
    let library = try makeLibrary()
    #expect(try LibraryVerifier(library: library, jobs: 2).faults() == [])
  }
}
