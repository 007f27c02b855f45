import NewsModel
import Primitives
import TestSupport
import Testing

@testable import Engine
@testable import Storage

/// Dossiers that were compiled before anybody opens them.
struct DossierCompilationTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func library(_ name: String) throws -> Library {
    let lines = try (0..<12).map { number in
      let place = ["Quay", "Portmere", "Norhaven"][number % 3]
      let text = """
        The harbour board of \(place) will close the old lock of \(place), chairwoman Ada Brandt said on Thursday.
        Brandt told reporters that the lock of \(place) had failed \(number % 4 + 2) inspections.
        """
      return try CanonicalJSON.string(
        Article(
          id: ArticleID("a-\(number)"), outlet: "Outlet \(number % 5)",
          title: "\(place) to close old lock",
          published: CivilTime(iso8601: "2023-05-\(10 + number)"), text: text))
    }
    let input = try folder.write(lines.joined(separator: "\n") + "\n", to: name + ".jsonl")
    let library = try Library(path: folder.file(name), access: .write)
    _ = try Ingester(library: library, jobs: 1, analyser: Analyser(readingBySurface: ()))
      .ingest([input])
    return library
  }

  private func rows(_ library: Library) throws -> [[String]] {
    let connection = try SQLiteConnection(path: library.path, access: .readOnly)
    return try connection.query(
      "SELECT topic, evidence, document, edition FROM dossier ORDER BY topic"
    ) { row in (0..<4).map { row.text($0) } }
  }

  @Test func `any number of cores keeps the same dossiers, once`() throws {
    let one = try library("one.library")
    let two = try library("two.library")
    let count = try one.topics().count
    #expect(count > 0)
    #expect(try one.compileDossiers(jobs: 1).compiled == count)
    #expect(try two.compileDossiers(jobs: 3).compiled == count)
    #expect(try rows(one) == rows(two))
    #expect(try rows(one).map { $0[3] } == Array(repeating: try one.edition(), count: count))
    let again = try one.compileDossiers(jobs: 2)
    #expect(again.compiled == 0)
    #expect(again.kept == count)
    #expect(try LibraryVerifier(library: one, jobs: 1).faults() == [])
  }

  @Test func `one of this edition is opened as it is kept`() throws {
    let library = try library("kept.library")
    _ = try library.compileDossiers(jobs: 1)
    let topic = try #require(try library.topics().first)
    let kept = try #require(try library.dossier(topic.id))
    // Without the articles nothing could be compiled.
    try SQLiteConnection(path: library.path, access: .readWrite).executeScript(
      "UPDATE version SET analysis = 'none'")
    #expect(try Library(path: library.path).dossier(topic.id) == kept)
    let later = try Library(path: library.path, now: CivilTime(iso8601: "2024-01-01"))
    #expect(throws: (any Error).self) { try later.dossier(topic.id) }
  }

  @Test func `the dossiers of an older edition are compiled again`() throws {
    let library = try library("older.library")
    _ = try library.compileDossiers(jobs: 1)
    let before = try rows(library)
    let later = try Library(
      path: library.path, access: .write, now: CivilTime(iso8601: "2024-01-01"))
    #expect(try later.compileDossiers(jobs: 1).compiled == before.count)
    #expect(try rows(library).map { $0[3] } != before.map { $0[3] })
  }

  @Test func `one that is not of its edition is named, and that of a lost topic goes`() throws {
    let library = try library("stale.library")
    _ = try library.compileDossiers(jobs: 1)
    let connection = try SQLiteConnection(path: library.path, access: .readWrite)
    try connection.executeScript("UPDATE dossier SET evidence = 'another'")
    let faults = try LibraryVerifier(library: Library(path: library.path), jobs: 1).faults()
    #expect(faults.first?.reason == "is kept as one of this edition, and is not")
    try connection.executeScript(
      "INSERT INTO dossier (topic, evidence, document) VALUES ('no-more', '', '{}')")
    _ = try library.compileDossiers(jobs: 1)
    #expect(try !rows(library).contains { $0[0] == "no-more" })
  }
}
