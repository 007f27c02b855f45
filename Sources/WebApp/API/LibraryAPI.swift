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
      if let wrong = parameter.fault(of: item.value) {
        throw Problem(.badRequest, "\"\(item.name)\" is \(wrong).")
      }
      values[item.name] = item.value
    }
    for parameter in known where parameter.isRequired && values[parameter.name] == nil {
      throw Problem(.badRequest, "\"\(parameter.name)\" is needed: \(parameter.summary)")
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
    switch kind {
    case .path, .pathNumber: true
    default: false
    }
  }

  /// Whether the query must have it.
  var isRequired: Bool {
    switch kind {
    case .text(let isRequired), .day(let isRequired): isRequired
    default: false
    }
  }

  /// What a value should be that is none of its kind; nil for a good one.
  func fault(of value: String) -> String? {
    switch kind {
    case .path, .pathNumber: return nil
    case .text(let isRequired):
      let least = isRequired ? 1 : 0
      // Characters, as JSON Schema counts them, not bytes.
      let length = value.unicodeScalars.count
      return (least...400).contains(length) ? nil : "a text of \(least) to 400 characters"
    case .number(let range):
      return Int(value).map(range.contains) == true
        ? nil : "a number from \(range.lowerBound) to \(range.upperBound)"
    case .choice(let all):
      return all.contains(value) ? nil : "one of \(all.joined(separator: ", "))"
    case .day:
      return value.utf8.count == 10 && CivilTime(iso8601: value) != nil
        ? nil : "a day, as 2024-03-15"
    case .cursor:
      return Cursor.isWellFormed(value) ? nil : "the \"next\" of a page"
    }
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

  /// Whether a text has the form of a cursor: a number, a hyphen, twelve digits of a digest.
  static func isWellFormed(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2 && (1...9).contains(parts[0].utf8.count)
      && parts[0].utf8.allSatisfy(\.isASCIIDigit) && parts[1].utf8.count == 12
      && parts[1].utf8.allSatisfy { $0.isASCIIDigit || (0x61...0x66).contains($0) }
  }

  init(_ text: String, in library: Library) throws {
    guard let offset = text.split(separator: "-").first.flatMap({ Int($0) }), offset > 0,
      try Cursor(offset: offset).text(in: library) == text
    else {
      throw Problem(
        .conflict, "The cursor is not of this edition; read the list from its start.")
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
      case .conflict: "Conflict"
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
