import Engine
import HTTPServer
import NewsModel
import Primitives
import Testing

@testable import WebApp

struct LibraryAPITests {
  private let fixture: SiteFixture
  private let server: WebServer

  init() throws {
    fixture = try SiteFixture(hostile: true)
    server = WebServer(site: fixture.site)
  }

  private func ask(_ path: String, _ query: (String, String)...) -> Response {
    server.answer(Request(path: "/api/v1" + path, query: query.map { QueryItem($0.0, $0.1) }))
  }

  private func json(_ response: Response) throws -> JSONValue {
    try JSONParser.parse(response.body)
  }

  @Test func `every address of the description answers as it says`() throws {
    let description = try json(ask("/openapi.json"))
    let paths = try #require(description["paths"]).fields
    #expect(paths.count == APIRoutes.all.count)
    let topic = try #require(try fixture.library.topics().first).id.rawValue
    let entity = try #require(try fixture.library.entities().first).id.rawValue
    for path in paths {
      let id =
        path.name.hasPrefix("/topics")
        ? topic : path.name.hasPrefix("/entities") ? entity : "tide-1"
      let address = path.name.replacing("{id}", with: id).replacing("{byte}", with: "0")
      let required: [String: (String, String)] = [
        "/search": ("q", "lock"), "/ask": ("q", "What is closed?"),
        "/topics/{id}/changes": ("since", "2023-05-12"),
      ]
      let response = required[path.name].map { ask(address, $0) } ?? ask(address)
      #expect(response.status == .ok, "\(address)")
      #expect(response.header.first { $0.isNamed("Content-Type") }?.value == "application/json")
      #expect(response.header.contains { $0.isNamed("Access-Control-Allow-Origin") })
      let schema = path.value["get"]?["responses"]?["200"]?["content"]?["application/json"]?[
        "schema"]
      let isList = schema?["$ref"] != nil
      #expect(try (json(response)["items"] != nil) == isList, "\(address)")
    }
  }

  @Test func `a list is read page by page to its end, each item once`() throws {
    var names: [String] = []
    var cursor: String?
    repeat {
      let page =
        try cursor.map { try json(ask("/articles", ("limit", "2"), ("cursor", $0))) }
        ?? json(ask("/articles", ("limit", "2")))
      names += page["items"]?.elements.compactMap { $0["id"]?.string } ?? []
      #expect(page["total"]?.string == "5")
      cursor = page["next"] == .null ? nil : page["next"]?.string
    } while cursor != nil
    #expect(names.count == 5)
    #expect(Set(names).count == 5)
  }

  @Test(arguments: [
    ("/articles", "limit", "0"), ("/articles", "limit", "1e9"), ("/articles", "limit", ""),
    ("/articles", "cursor", "2"), ("/articles", "cursor", "-1"),
    ("/articles", "unknown", "1"), ("/search", "q", ""), ("/ask", "q", ""),
  ])
  func `a bad parameter is a problem that says what is wrong`(
    path: String, name: String, value: String
  ) throws {
    let response = ask(path, (name, value))
    #expect(response.status == .badRequest)
    #expect(
      response.header.first { $0.isNamed("Content-Type") }?.value == "application/problem+json")
    #expect(try json(response)["detail"]?.string?.isEmpty == false)
  }

  @Test(arguments: ["2-000000000000", "0-000000000000", "999999999-0123456789ab"])
  func `a cursor of another edition is a conflict`(cursor: String) throws {
    let response = ask("/articles", ("cursor", cursor))
    #expect(response.status == .conflict)
    #expect(try json(response)["title"] == "Conflict")
  }

  @Test(arguments: [
    ("in", "pictures"), ("footing", "shaky"), ("from", "yesterday"), ("through", "2023-02-30"),
  ]) func `a bad filter is a problem that says what is wrong`(name: String, value: String) throws {
    let response = ask("/search", ("q", "lock"), (name, value))
    #expect(response.status == .badRequest)
    #expect(try json(response)["detail"]?.string?.contains(name) == true)
  }

  @Test func `a filter keeps to what it names`() throws {
    let all = try json(ask("/search", ("q", "lock")))
    let later = try json(ask("/search", ("q", "lock"), ("from", "2023-05-12")))
    #expect(later["total"] != all["total"])
    #expect(try json(ask("/search", ("q", "lock"), ("outlet", "Nobody's")))["total"]?.string == "0")
  }

  @Test(arguments: ["claims", "positions", "programmes", "timeline"])
  func `of a topic that is not there nothing is said`(part: String) {
    #expect(ask("/topics/none/\(part)").status == .notFound)
  }

  @Test(arguments: [
    "/topics/none", "/entities/none", "/articles/none", "/nothing", "/topics/a/b/c",
  ])
  func `what is not there is a problem too`(path: String) {
    #expect(ask(path).status == .notFound)
  }

  @Test func `a sentence is given as its citation`() throws {
    let citation = try json(ask("/articles/post-1/sentences/5"))
    let exact = try #require(citation["exact"]?.string)
    #expect(exact.hasPrefix("The shipowners' union of Quay"))
    #expect(ask("/articles/post-1/sentences/99999").status == .notFound)
    #expect(ask("/articles/post-1/sentences/-1").status == .notFound)
  }

  @Test func `the same question has the same bytes`() {
    #expect(ask("/search", ("q", "lock")).body == ask("/search", ("q", "lock")).body)
  }
}
