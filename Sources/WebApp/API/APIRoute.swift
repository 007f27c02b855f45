import Engine
import HTTPServer
import NewsModel
import Primitives

/// One address of the API: how it is asked, what it says, and what answers it.
///
/// The description that programs read (`/api/v1/openapi.json`) is made from the same list that requests are matched with, so
/// it cannot say something else than the program does.
struct APIRoute: Sendable {
  /// A parameter of the path or the query.
  struct Parameter: Sendable {
    /// Where it stands and what it may be.
    enum Kind: Sendable {
      case path
      case pathNumber
      case text(isRequired: Bool)
      case number(ClosedRange<Int>)
      case choice([String])
      case day(isRequired: Bool)
      case cursor
    }

    let name: String
    let kind: Kind
    let summary: String
  }

  /// The address behind `/api/v1`, such as `/topics/{id}`.
  let path: String
  /// The name of the operation in the description.
  let operation: String
  let summary: String
  var parameters: [Parameter] = []
  /// Whether it answers with a list in pages.
  var isList = false
  let answer: @Sendable (APICall) throws -> APIAnswer

  /// All parameters, those of every list included.
  var allParameters: [Parameter] { parameters + (isList ? Self.paging : []) }

  private static let paging = [
    Parameter(name: "limit", kind: .number(1...200), summary: "How many items at most."),
    Parameter(
      name: "cursor", kind: .cursor,
      summary: "Where to go on: `next` of the page before."),
  ]

  /// The values of the path's parameters when the path fits; nil when it does not.
  func match(_ asked: [Substring]) -> [String: String]? {
    let parts = path.split(separator: "/")
    guard parts.count == asked.count else { return nil }
    var values: [String: String] = [:]
    for (part, value) in zip(parts, asked) {
      if part.hasPrefix("{") {
        values[String(part.dropFirst().dropLast())] = String(value)
      } else if part != value {
        return nil
      }
    }
    return values
  }
}

/// What an address answers with.
enum APIAnswer {
  /// One document.
  case document(any Encodable)
  /// A page of a list of so many items.
  case page([any Encodable], total: Int)
  /// There is no such thing.
  case missing(String)
}

/// A request that fits a route.
struct APICall: Sendable {
  let library: Library
  /// Answers questions from it.
  let answerer: Answerer
  /// The values of the parameters by name.
  let values: [String: String]
  /// The first item of the page.
  let offset: Int
  /// How many items the page has at most.
  let limit: Int

  /// The page of a list that is there as a whole.
  func page<Item>(_ items: [Item], _ document: (Item) throws -> any Encodable) rethrows -> APIAnswer
  {
    let shown = items.dropFirst(offset).prefix(limit)
    return .page(try shown.map(document), total: items.count)
  }
}
