import Engine
import Primitives
import Testing

@testable import WebApp

struct ToolServerTests {
  private let fixture: SiteFixture
  private let tools: ToolServer

  init() throws {
    fixture = try SiteFixture()
    tools = ToolServer(library: fixture.library)
  }

  private func answer(_ line: String) throws -> JSONValue {
    try JSONParser.parse(try #require(tools.answer(Array(line.utf8))))
  }

  private func call(_ name: String, _ arguments: String) throws -> JSONValue {
    try answer(
      #"{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"\#(name)","arguments":\#(arguments)}}"#
    )
  }

  @Test func `a client is greeted in its own revision of the protocol`() throws {
    let greeting = try answer(
      #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-03-26"}}"#)
    #expect(greeting["result"]?["protocolVersion"] == "2025-03-26")
    #expect(greeting["id"] == .number("1"))
    #expect(
      tools.answer(Array(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#.utf8)) == nil)
  }

  @Test func `every tool has a schema and can only read`() throws {
    let list = try answer(#"{"jsonrpc":"2.0","id":"a","method":"tools/list"}"#)
    let all = list["result"]?["tools"]?.elements ?? []
    #expect(all.count > 8)
    #expect(all.allSatisfy { $0["inputSchema"]?["type"] == "object" })
    #expect(all.allSatisfy { $0["annotations"]?["readOnlyHint"] == .boolean(true) })
  }

  @Test func `a search gives sentences with their citations`() throws {
    let found = try call("search", #"{"q":"lock inspections","limit":3}"#)
    #expect(found["result"]?["isError"] == .boolean(false))
    let words = try #require(found["result"]?["content"]?.elements.first?["text"]?.string)
    let document = try JSONParser.parse(Array(words.utf8))
    #expect(document["items"]?.elements.first?["citation"]?["outlet"] != nil)
  }

  @Test func `a sentence is found by its article and byte`() throws {
    let found = try call("sentence", #"{"id":"post-1","byte":"3"}"#)
    #expect(found["result"]?["isError"] == .boolean(false))
  }

  @Test(arguments: [
    ("topic", #"{"id":"none"}"#), ("topic", "{}"), ("search", #"{"q":["a"]}"#),
    ("search", #"{"p":"a"}"#),
    ("topic", #"{"id":"a/dossier"}"#),
  ])
  func `a wrong call is told so within the result`(name: String, arguments: String) throws {
    #expect(try call(name, arguments)["result"]?["isError"] == .boolean(true))
  }

  @Test(arguments: [
    ("{", "-32700"), ("[1]", "-32600"), (#"{"id":1}"#, "-32600"),
    (#"{"jsonrpc":"2.0","id":1,"method":"no/such"}"#, "-32601"),
    (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"drop"}}"#, "-32602"),
  ])
  func `a broken message is an error of the protocol`(line: String, code: String) throws {
    #expect(try answer(line)["error"]?["code"]?.string == code)
  }
}
