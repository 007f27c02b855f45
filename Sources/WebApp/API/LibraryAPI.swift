import Engine
import HTTPServer
import NewsModel
import Primitives

/// Answers programs under `/api/v1`: JSON, pages by cursor, errors as problem details (RFC 9457).
///
/// It only reads. Every answer may be read from any site (CORS) and carries an entity tag.
struct LibraryAPI: Sendable {
  static let root = "/api/v1"
  private static let defaultLimit = 50

  let library: Library
  private let answerer: Answerer

  init(library: Library, answerer: Answerer? = nil) {
    self.library = library
    self.answerer = answerer ?? Answerer(library)
  }

  /// The answer to a request for an address of the API.
  func answer(_ request: Request) throws -> Response {
    let path = String(request.path.dropFirst(Self.root.utf8.count))
    if path == "/openapi.json" {
      return json(try CanonicalJSON.encode(APIDescription.document))
    }
    let asked = path.split(separator: "/")
    for route in APIRoutes.all {
      guard let values = route.match(asked) else { continue }
      do {
        return try answer(route, try call(route, values, request))
      } catch let problem as Problem {
        return problem.response
      }
    }
    return Problem(.notFound, "There is no address \(path); see \(Self.root)/openapi.json.")
      .response
  }

  private func answer(_ route: APIRoute, _ call: APICall) throws -> Response {
    switch try route.answer(call) {
    case .document(let document): return json(try Self.encode(document))
    case .missing(let what):
      return Problem(.notFound, "The library holds no such \(what).").response
    case .page(let items, let total):
      let end = call.offset + items.count
      let next = end < total && !items.isEmpty ? try Cursor(offset: end).text(in: library) : nil
      let bodies = try items.map(Self.encode)
      var body = Array("{\"items\":[".utf8)
      body += bodies.joined(separator: [UInt8(ascii: ",")])
      body += Array("],\"next\":\(next.map { "\"\($0)\"" } ?? "null"),\"total\":\(total)}".utf8)
      return json(body)
    }
  }

  private static func encode(_ document: any Encodable) throws -> [UInt8] {
    try CanonicalJSON.encode(document)
  }

  private func json(_ body: [UInt8]) -> Response {
    Response(
      contentType: "application/json", header: Problem.openHeader,
      body: body + [UInt8(ascii: "\n")])
  }

  /// Checks the parameters of a request against those of its route.
  private func call(_ route: APIRoute, _ path: [String: String], _ request: Request) throws
    -> APICall
  {
    let known = route.allParameters
    var values = path
    for item in request.query {
      guard let parameter = known.first(where: { $0.name == item.name && !$0.isInPath }) else {
        throw Problem(.badRequest, "The parameter \"\(item.name.prefix(60))\" is not known here.")
      }
      guard values[item.name] == nil else {
        throw Problem(.badRequest, "The parameter \"\(item.name)\" is given twice.")
      }
      if case .number(let range) = parameter.kind {
        guard let number = Int(item.value), range.contains(number) else {
          throw Problem(
            .badRequest,
            "\"\(item.name)\" is a number from \(range.lowerBound) to \(range.upperBound).")
        }
      }
      values[item.name] = item.value
    }
    for parameter in known {
      guard case .text(isRequired: true) = parameter.kind else { continue }
      guard let value = values[parameter.name], !value.isEmpty, value.utf8.count <= 400 else {
        throw Problem(.badRequest, "\"\(parameter.name)\" is needed, with 1 to 400 bytes.")
      }
    }
    let offset = try values["cursor"].map { try Cursor($0, in: library).offset } ?? 0
    return APICall(
      library: library, answerer: answerer, values: values, offset: offset,
      limit: values["limit"].flatMap(Int.init) ?? Self.defaultLimit)
  }
}

extension APIRoute.Parameter {
  /// Whether it is a part of the path.
  var isInPath: Bool {
    if case .path = kind { true } else { false }
  }
}

/// Where the next page of a list begins, in a form that programs do not take apart.
///
/// It holds for one edition: when the library has changed, the list must be read from its start.
struct Cursor {
  let offset: Int

  init(offset: Int) {
    self.offset = offset
  }

  init(_ text: String, in library: Library) throws {
    let parts = text.split(separator: "-")
    guard parts.count == 2, let offset = Int(parts[0]), offset > 0, String(offset) == parts[0],
      try Cursor(offset: offset).text(in: library) == text
    else {
      throw Problem(
        .badRequest, "The cursor is not of this edition; read the list from its start.")
    }
    self.offset = offset
  }

  func text(in library: Library) throws -> String {
    "\(offset)-\(Digest(fields: ["cursor", String(offset), try library.edition()]).short(12))"
  }
}

/// What went wrong, as RFC 9457 has it.
struct Problem: Error {
  let status: Response.Status
  let detail: String
  private let header: [HeaderField]

  init(_ status: Response.Status, _ detail: String, header: [HeaderField] = []) {
    self.status = status
    self.detail = detail
    self.header = header
  }

  /// Lets programs on other sites read the answer.
  static let openHeader = [
    HeaderField("Access-Control-Allow-Origin", "*"),
    HeaderField("Cross-Origin-Resource-Policy", "cross-origin"),
  ]

  var response: Response {
    let title =
      switch status {
      case .notFound: "Not found"
      case .tooManyRequests: "Too many requests"
      default: "Bad request"
      }
    let document: JSONValue = [
      "type": "about:blank", "title": .string(title), "status": JSONValue(status.rawValue),
      "detail": .string(detail),
    ]
    let body = (try? CanonicalJSON.encode(document)) ?? []
    return Response(
      status: status, contentType: "application/problem+json", header: Self.openHeader + header,
      body: body)
  }
}
