import Composition
import NewsModel
import Primitives
import Synchronization
import TestSupport
import Testing

@testable import Engine

/// A narrator against servers on loopback that word an answer well, badly or not at all.
struct NarratorTests {
  private let folder: TemporaryFolder
  private let findings: [Answer.Finding]

  init() throws {
    folder = try TemporaryFolder()
    let texts = [
      "The harbour board denied on Monday that 7 ferries may be sold.",
      "Ada Brandt did not sign the deal.",
    ]
    let lines = try texts.enumerated().map { index, text in
      try CanonicalJSON.string(
        Article(
          id: ArticleID("a-\(index)"), outlet: "Quay Mail", title: "Quay \(index)",
          published: CivilTime(iso8601: "2024-03-05"), text: text))
    }
    let input = try folder.write(lines.joined(separator: "\n") + "\n", to: "a.jsonl")
    let library = try Library(path: folder.file("a.library"), access: .write)
    _ = try Ingester(library: library, jobs: 1, analyser: Analyser(readingBySurface: ()))
      .ingest([input])
    findings = try texts.indices.map { index in
      let filed = try #require(try library.filed(ArticleID("a-\(index)")))
      let citation = try #require(Citation(filed.text.fullRange, of: filed))
      return Answer.Finding(
        text: CitedText(NonEmpty(.source(citation.exact)), citations: NonEmpty(citation)),
        marks: [], confidence: 1)
    }
  }

  private func narrator(_ endpoint: String, key: String? = nil, seconds: Int = 3) -> Narrator {
    var settings = NarratorSettings(endpoint: endpoint, model: "test-model", key: key)
    settings.timeoutSeconds = seconds
    return Narrator(settings)
  }

  /// A server that answers as a chat endpoint does, with a text of a test's own.
  private func speaking(_ text: String) throws -> ScriptedServer {
    let document: JSONValue = ["choices": [["message": ["content": .string(text)]]]]
    let body = try CanonicalJSON.encode(document)
    return try ScriptedServer { path, _ in
      path == "/v1/chat/completions" ? .init("200 OK", body: body) : .missing
    }
  }

  private func narration(_ text: String) throws -> Narration {
    let server = try speaking(text)
    return narrator("\(server.url)/v1").narration(of: findings)
  }

  private static let first = "The harbour board denied on Monday that 7 ferries may be sold"
  private static let second = "Ada Brandt did not sign the deal"

  @Test func `honest words are taken, with the model and the digest of what it was asked`() throws {
    let server = try speaking(
      "\(Self.second) {2}. \(Self.first.replacing("7", with: "seven")) {1}.")
    let told = narrator("\(server.url)/v1/").narration(of: findings)
    #expect(
      told.text == "\(Self.second). \(Self.first.replacing("7", with: "seven")).")
    #expect(told.model == "test-model")
    #expect(told.clauses.map(\.finding) == [1, 0])
    #expect(told.failure == nil)
    let request = try #require(server.requests.first)
    let body = try #require(request.split(separator: "\r\n\r\n", maxSplits: 1).last)
    #expect(told.promptHash == Digest(of: String(body)).hex)
    #expect(body.contains("\"temperature\":0") && body.contains("\"seed\":0"))
    #expect(!request.contains("Authorization"))
  }

  @Test(arguments: [
    ("a dropped negation", first, "Ada Brandt did sign the deal"),
    ("a dropped denial", "7 ferries may be sold", second),
    ("a swapped speaker", first.replacing("The harbour board", with: "Ada Brandt"), second),
    ("swapped places", first, "The deal did not sign Ada Brandt"),
    ("a changed number", first.replacing("7", with: "70"), second),
    ("a changed number word", first.replacing("7", with: "eight"), second),
    ("a changed day", first.replacing("Monday", with: "Sunday"), second),
    ("a changed unit", first.replacing("ferries", with: "fleets"), second),
    ("a firmer verb", first.replacing("may", with: "will"), second),
    ("another cue", first.replacing("denied", with: "admitted"), second),
    ("an added clause", first, second + " because it was late"),
    ("an added outlet", "Tidewire reported that " + first, second),
    ("an added condition", first + " if nobody bids", second),
    ("merged facts", "Ada Brandt denied on Monday that 7 ferries may be sold", second),
    ("a script", first + "<script>alert(1)</script>", second),
  ])
  func `a lie is caught and the rule-made sentence stays`(
    lie: String, first: String, second: String
  ) throws {
    let told = try narration("\(first) {1}, and \(second) {2}.")
    let isFirst = first != Self.first
    #expect(told.clauses.map(\.isNarrated) == [!isFirst, isFirst], "\(lie)")
    #expect(told.text?.contains("\(Self.first).") == true, "\(lie)")
    #expect(told.text?.contains("\(Self.second).") == true, "\(lie)")
    #expect(told.clauses.filter { !$0.isNarrated }.allSatisfy { $0.reason != nil })
  }

  @Test(arguments: [
    ("swapped citations", "\(first) {2}. \(second) {1}."), ("no citations", "\(first). \(second)."),
    ("one for both", "\(first). \(second) {1}."), ("nothing", ""),
  ])
  func `words without their own citation are not taken`(lie: String, text: String) throws {
    let told = try narration(text)
    #expect(told.text == nil, "\(lie)")
    #expect(told.failure?.contains("no clause") == true, "\(lie)")
  }

  @Test(arguments: [
    (ScriptedServer.Reply("500 Oops"), "status 500"),
    (.init("404 Not Found"), "status 404"),
    (.init("401 Unauthorized"), "status 401"),
    (.init("302 Found", ["Location: http://127.0.0.1:1/"]), "redirects"),
    (.init(type: "text/html", "<html>hello</html>"), "something else than JSON"),
    (.init(type: "application/json", "{}"), "holds no choices"),
    (.init(type: "application/json", "{\"choices\":[]}"), "holds no choices"),
    (.init(type: "application/json", "{\"choices\":[{\"message\":{\"content\":7}}]}"), "holds no"),
    (.init(type: "application/json", String(repeating: "[", count: 100_000)), "JSON"),
    (.init(type: "application/json", "\u{0}"), "JSON"),
    (.init(raw: ""), "could not be fetched"),
    (.init(raw: "garbage\r\n\r\n"), "could not be fetched"),
    (
      .init(raw: "HTTP/1.1 200 OK\r\n\r\n", endless: String(repeating: "x", count: 65_536)),
      "larger"
    ),
    (.init(raw: "HTTP/1.1 200 OK\r\n\r\n", endless: "x", pause: 0.2), "could not be fetched"),
  ])
  func `a hostile endpoint leaves the rule-made text, with a reason`(
    reply: ScriptedServer.Reply, reason: String
  ) throws {
    let server = try ScriptedServer { _, _ in reply }
    let told = narrator("\(server.url)/v1", seconds: 1).narration(of: findings)
    #expect(told.text == nil)
    #expect(told.failure?.contains(reason) == true, "\(told.failure ?? "")")
    #expect(told.promptHash.count == 64)
  }

  @Test func `an endpoint that is not there, or private, or no address is told`() throws {
    for endpoint in ["http://127.0.0.1:1/v1", "http://10.255.255.1/v1", "ftp://127.0.0.1/", ""] {
      let told = narrator(endpoint, seconds: 1).narration(of: findings)
      #expect(told.text == nil && told.failure?.isEmpty == false)
    }
  }

  @Test func `the key is sent to this machine and to no place without encryption`() throws {
    let server = try speaking("\(Self.first) {1}. \(Self.second) {2}.")
    let told = narrator("\(server.url)/v1", key: "k-1").narration(of: findings)
    #expect(told.text != nil)
    #expect(server.requests.first?.contains("Authorization: Bearer k-1\r\n") == true)
    let open = narrator("http://models.example/v1", key: "k-1").narration(of: findings)
    #expect(open.failure?.contains("without encryption") == true)
  }

  @Test func `the same answer is asked for once`() throws {
    let server = try speaking("\(Self.first) {1}. \(Self.second) {2}.")
    let narrator = narrator("\(server.url)/v1")
    let told = (0..<3).map { _ in narrator.narration(of: findings) }
    #expect(Set(told).count == 1)
    #expect(server.requests.count == 1)
  }

  @Test func `an answer without a narrator has no word of one`() throws {
    let answer = Answer(
      question: "Who?", kind: "person", findings: findings, verdict: nil, searched: 2, nearest: [])
    let plain = try CanonicalJSON.string(AnswerRecord(answer))
    #expect(!plain.contains("narration"))
    #expect(!AnswerMarkdown(answer).text.contains("SHA-256"))
    let server = try speaking("\(Self.second) {2}. \(Self.first) {1}.")
    let narrated = narrator("\(server.url)/v1").narrated(answer)
    let hash = try #require(narrated.narration?.promptHash)
    #expect(try CanonicalJSON.string(AnswerRecord(narrated)).contains(hash))
    let markdown = AnswerMarkdown(narrated).text
    #expect(markdown.contains(hash) && markdown.contains("Worded by test-model"))
    #expect(markdown.contains("\(Self.second).[^2] \(Self.first).[^1]"))
  }
}
