import Engine
import NewsModel
import Primitives

/// The addresses of the API, version 1.
enum APIRoutes {
  static let all: [APIRoute] = general + ofTopics + ofEntities + ofSearch

  private static let general: [APIRoute] = [
    APIRoute(
      path: "/", operation: "overview", summary: "How much the library holds, and its edition."
    ) { .document(try $0.library.overview()) },
    APIRoute(
      path: "/topics", operation: "topics", summary: "All topics, the biggest first.", isList: true
    ) { call in call.page(try call.library.topics()) { $0 } },
    APIRoute(
      path: "/stories", operation: "stories", summary: "All stories, the latest first.",
      isList: true
    ) { call in call.page(try call.library.stories()) { $0 } },
    APIRoute(
      path: "/origins", operation: "origins",
      summary: "The texts from which copies were made, each with its copies.", isList: true
    ) { call in call.page(try call.library.origins()) { $0 } },
    APIRoute(
      path: "/entities", operation: "entities",
      summary: "People, organisations and other named things, the most mentioned first.",
      isList: true
    ) { call in call.page(try call.library.entities()) { $0 } },
    APIRoute(
      path: "/events", operation: "events", summary: "Dated events, by date; copies left out.",
      isList: true
    ) { call in call.page(try call.library.events(), EventDocument.init) },
    APIRoute(
      path: "/events/announced", operation: "announcedEvents",
      summary: "What was announced, and whether later articles tell that it took place.",
      isList: true
    ) { call in call.page(try call.library.followedEvents(), FollowedEventDocument.init) },
    APIRoute(
      path: "/articles", operation: "articles", summary: "All articles, the latest first.",
      isList: true
    ) { call in
      let ids = Array(try call.library.articleIDs().reversed())
      let shown = Array(ids.dropFirst(call.offset).prefix(call.limit))
      return .page(try call.library.summaries(shown), total: ids.count)
    },
    APIRoute(
      path: "/articles/{id}", operation: "article",
      summary: "The current version of an article with its text and what was found in it.",
      parameters: [id]
    ) { call in
      try call.library.filed(ArticleID(call.id)).map { .document(ArticleDocument($0)) }
        ?? .missing("article")
    },
    APIRoute(
      path: "/articles/{id}/sentences/{byte}", operation: "sentence",
      summary: "The sentence that holds a byte of an article, as a citation.",
      parameters: [
        id, .init(name: "byte", kind: .pathNumber, summary: "A byte of the text, counted from 0."),
      ], answer: sentence),
  ]

  static let id = APIRoute.Parameter(
    name: "id", kind: .path, summary: "Its name in the library.")

  @Sendable private static func sentence(_ call: APICall) throws -> APIAnswer {
    guard let filed = try call.library.filed(ArticleID(call.id)) else { return .missing("article") }
    guard let byte = call.values["byte"].flatMap(Int.init), byte >= 0,
      let range = filed.analysis.sentence(at: byte), let citation = Citation(range, of: filed)
    else { return .missing("sentence") }
    return .document(citation)
  }
}

extension APICall {
  var id: String { values["id"] ?? "" }
}
