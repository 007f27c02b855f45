public import Engine
import HTTPServer
import NewsModel
import Primitives

/// Lets agents use a library as tools, by the Model Context Protocol (JSON-RPC 2.0, one message a line).
///
/// The tools are addresses of the API, so an agent and a program get the same documents; nothing can be written.
public struct ToolServer: Sendable {
  /// The revisions of the protocol that are understood, the newest first.
  static let protocolVersions = ["2025-06-18", "2025-03-26", "2024-11-05"]
  /// The operations of the API that are tools.
  private static let tools: Set<String> = [
    "overview", "topics", "topic", "dossier", "entities", "entity", "entityStatements", "events",
    "article", "sentence", "search", "ask", "topicClaims", "topicPositions", "topicProgrammes",
    "topicTimeline", "topicChanges", "entityKnowledge", "announcedEvents",
  ]

  private let api: LibraryAPI

  /// Creates a server of a library's tools.
  public init(library: Library) {
    api = LibraryAPI(library: library)
  }

  /// The answer to one message, without the line feed; nil when it asks for none.
  public func answer(_ line: [UInt8]) -> [UInt8]? {
    guard let message = try? JSONParser.parse(line) else {
      return Self.failure(.null, -32700, "This is no JSON.")
    }
    guard case .object = message, let method = message["method"]?.string else {
      return Self.failure(message["id"] ?? .null, -32600, "This is no JSON-RPC request.")
    }
    guard let id = message["id"], id != .null else { return nil }
    let parameters = message["params"] ?? [:]
    switch method {
    case "initialize": return Self.success(id, Self.introduction(parameters))
    case "ping": return Self.success(id, [:])
    case "tools/list": return Self.success(id, ["tools": .array(Self.routes.map(Self.describe))])
    case "tools/call": return call(id, parameters)
    default: return Self.failure(id, -32601, "There is no method \"\(method.prefix(60))\".")
    }
  }

  private static var routes: [APIRoute] { APIRoutes.all.filter { tools.contains($0.operation) } }

  private static func introduction(_ parameters: JSONValue) -> JSONValue {
    let asked = parameters["protocolVersion"]?.string ?? ""
    let version = protocolVersions.contains(asked) ? asked : protocolVersions[0]
    return [
      "protocolVersion": .string(version), "capabilities": ["tools": [:]],
      "serverInfo": ["name": "backgrounder", "version": "1"],
      "instructions": """
      A library of news articles. Every sentence comes with its citation: outlet, headline, date, exact words. Quote the \
      exact words and say where they stand; what no tool returns is not in the library.
      """,
    ]
  }

  private static func describe(_ route: APIRoute) -> JSONValue {
    var properties: [String: JSONValue] = [:]
    var required: [JSONValue] = []
    for parameter in route.allParameters {
      var schema: [String: JSONValue] = ["description": .string(parameter.summary)]
      switch parameter.kind {
      case .path, .pathNumber:
        schema["type"] = "string"
        required.append(.string(parameter.name))
      case .text(let isRequired), .day(let isRequired):
        schema["type"] = "string"
        if isRequired { required.append(.string(parameter.name)) }
      case .choice(let all):
        schema["type"] = "string"
        schema["enum"] = .array(all.map { .string($0) })
      case .cursor: schema["type"] = "string"
      case .number(let range):
        schema["type"] = "integer"
        schema["minimum"] = JSONValue(range.lowerBound)
        schema["maximum"] = JSONValue(range.upperBound)
      }
      properties[parameter.name] = JSONValue(schema)
    }
    return [
      "name": .string(route.operation), "description": .string(route.summary),
      "inputSchema": [
        "type": "object", "properties": JSONValue(properties), "required": .array(required),
        "additionalProperties": false,
      ],
      "annotations": ["readOnlyHint": true, "openWorldHint": false],
    ]
  }

  private func call(_ id: JSONValue, _ parameters: JSONValue) -> [UInt8] {
    let name = parameters["name"]?.string ?? ""
    guard let route = Self.routes.first(where: { $0.operation == name }) else {
      return Self.failure(id, -32602, "There is no tool \"\(name.prefix(60))\".")
    }
    var path = LibraryAPI.root + route.path
    var query: [QueryItem] = []
    for field in parameters["arguments"]?.fields ?? [] {
      guard let value = Self.scalar(field.value) else {
        return Self.result(id, "\"\(field.name)\" must be a string or a number.", isError: true)
      }
      let isPath = route.parameters.contains { $0.name == field.name && $0.isInPath }
      if isPath {
        guard !value.isEmpty, !value.contains("/") else {
          return Self.result(id, "\"\(field.name)\" is no name in the library.", isError: true)
        }
        path = path.replacing("{\(field.name)}", with: value)
      } else {
        query.append(QueryItem(field.name, value))
      }
    }
    guard !path.contains("{") else {
      return Self.result(id, "The name of what is asked for is missing.", isError: true)
    }
    do {
      let response = try api.answer(Request(path: path, query: query))
      let words = String(decoding: response.body, as: UTF8.self)
      return Self.result(id, words, isError: response.status != .ok)
    } catch {
      return Self.result(id, "The library could not be read: \(error)", isError: true)
    }
  }

  private static func scalar(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text), .number(let text): text
    case .boolean, .null, .array, .object: nil
    }
  }

  private static func result(_ id: JSONValue, _ words: String, isError: Bool) -> [UInt8] {
    success(
      id, ["content": [["type": "text", "text": .string(words)]], "isError": .boolean(isError)])
  }

  private static func success(_ id: JSONValue, _ result: JSONValue) -> [UInt8] {
    encoded(["jsonrpc": "2.0", "id": id, "result": result])
  }

  private static func failure(_ id: JSONValue, _ code: Int, _ words: String) -> [UInt8] {
    encoded([
      "jsonrpc": "2.0", "id": id,
      "error": ["code": JSONValue(code), "message": .string(words)],
    ])
  }

  private static func encoded(_ message: JSONValue) -> [UInt8] {
    (try? CanonicalJSON.encode(message)) ?? []
  }
}
