import NewsModel
import Primitives
import TestSupport
import Testing

@testable import Engine
@testable import Storage

/// Changes one byte of a library behind its back and expects the sentence to be named.
struct LibraryVerifierTests {
  private let folder: TemporaryFolder
  private let path: String

  private static let text = """
    QUAY (Tidewire) - The harbour board of Quay will close the old lock on 1 June 2023, chairwoman Ada \
    Brandt said on Thursday.
    Brandt told reporters that the lock had failed two inspections. The shipowners' union said the \
    closure would cost 400 jobs.
    """

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("a.library")
    let article = Article(
      id: ArticleID("tide-1"), outlet: "Tidewire", title: "Quay to close old lock",
      published: CivilTime(iso8601: "2023-05-11"), text: Self.text)
    let input = try folder.write(try CanonicalJSON.string(article) + "\n", to: "a.jsonl")
    let library = try Library(path: path, access: .write)
    _ = try Ingester(library: library, jobs: 1, analyser: Analyser(readingBySurface: ())).ingest([
      input
    ])
    // A dossier is kept when somebody opens it.
    for topic in try library.topics() { _ = try library.dossier(topic.id) }
  }

  private func tamper(_ sql: String) throws -> [VerificationFault] {
    let connection = try SQLiteConnection(path: path, access: .readWrite)
    try connection.executeScript(sql)
    return try LibraryVerifier(library: Library(path: path), jobs: 1).faults()
  }

  /// Changes words of a packed column; the column takes the plain text as well.
  private func tamper(_ table: String, _ column: String, _ old: String, _ new: String) throws
    -> [VerificationFault]
  {
    let connection = try SQLiteConnection(path: path, access: .readWrite)
    let texts = try connection.query("SELECT \(column) FROM \(table)") { $0.text(0) }
    let text = try #require(texts.first { $0.contains(old) })
    try connection.execute(
      "UPDATE \(table) SET \(column) = ?", [.text(text.replacing(old, with: new))])
    return try LibraryVerifier(library: Library(path: path), jobs: 1).faults()
  }

  @Test func `an untouched library holds`() throws {
    #expect(try tamper("SELECT 1") == [])
  }

  @Test func `a changed byte of a stored article names its sentence`() throws {
    let faults = try tamper("version", "text", "400 jobs", "900 jobs")
    #expect(faults.contains { $0.reason == "the stored article is not the one that was filed" })
    let named = faults.compactMap(\.sentence)
    #expect(named.contains { $0.contains("closure would cost 900 jobs") })
  }

  @Test func `a moved passage names the words that now stand there`() throws {
    let faults = try tamper(
      "UPDATE sentence SET start = start + 1 WHERE seq = (SELECT max(seq) FROM sentence)")
    let fault = try #require(faults.first)
    #expect(fault.place == "article tide-1, version 1")
    #expect(fault.sentence?.hasSuffix("closure would cost 400 jobs.") == true)
    #expect(fault.sentence?.hasPrefix("he shipowners") == true)
  }

  @Test func `a passage outside the text is named and stops nothing`() throws {
    let faults = try tamper("UPDATE sentence SET end = 99999 WHERE seq = 1")
    #expect(faults.first?.sentence == "bytes 0 to 99999, which the text does not have")
  }

  @Test func `a changed shown sentence is named as shown`() throws {
    let faults = try tamper("dossier", "document", "failed two", "passed two")
    #expect(faults.contains { $0.sentence?.contains("passed two inspections") == true })
  }

  @Test func `a changed analysis is found`() throws {
    let faults = try tamper(
      "version", "analysis", "\"form\":\"indirect\"", "\"form\":\"direct\"")
    #expect(faults.contains { $0.reason == "the stored analysis is not what the article gives" })
  }

  @Test func `a changed topic is found`() throws {
    let faults = try tamper("UPDATE topic SET document = replace(document, 'Quay', 'Quai')")
    #expect(faults.contains { $0.reason.hasPrefix("topics do not follow from the articles") })
  }

  @Test func `an ingest that was not finished is said`() throws {
    let faults = try tamper("UPDATE meta SET value = '1' WHERE key = 'derived.behind'")
    #expect(faults.contains { $0.reason.contains("run ingest again") })
  }
}
