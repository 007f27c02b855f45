import Engine
import HTTPServer
import NewsModel
import Primitives

extension APIRoutes {
  /// Search and questions.
  static let ofSearch: [APIRoute] = [
    APIRoute(
      path: "/search", operation: "search",
      summary: "Sentences that hold the words, the best first.",
      parameters: [
        .init(name: "q", kind: .text(isRequired: true), summary: "The words to look for."),
        .init(
          name: "in", kind: .text(isRequired: false),
          summary: "sentences (the default), articles or statements."),
        .init(
          name: "speaker", kind: .text(isRequired: false),
          summary:
            "Only sentences in which this entity, by its name in the library, says something."),
        .init(
          name: "footing", kind: .text(isRequired: false),
          summary:
            "Only statements on this footing: named, role, anonymous, document, outlet, unstated."),
        .init(
          name: "outlet", kind: .text(isRequired: false), summary: "Only articles of this outlet."),
        .init(
          name: "from", kind: .text(isRequired: false),
          summary: "Only articles published on this day or later."),
        .init(
          name: "through", kind: .text(isRequired: false),
          summary: "Only articles published on this day or earlier."),
      ], isList: true
    ) { call in
      let found = try call.library.search(
        call.values["q"] ?? "", filter: try call.filter(), unit: try call.unit(),
        limit: call.limit, offset: call.offset)
      return .page(found.hits.map(HitDocument.init), total: found.total)
    },
    APIRoute(
      path: "/ask", operation: "ask",
      summary: "A question answered with cited sentences, or that no article answers it.",
      parameters: [
        .init(name: "q", kind: .text(isRequired: true), summary: "The question.")
      ]
    ) { call in .document(AnswerRecord(try call.answerer.answer(call.values["q"] ?? ""))) },
  ]
}

extension APICall {
  fileprivate func unit() throws -> SearchUnit {
    guard let words = values["in"] else { return .sentences }
    guard let unit = SearchUnit(rawValue: words) else {
      throw Problem(.badRequest, "\"in\" is sentences, articles or statements.")
    }
    return unit
  }

  fileprivate func filter() throws -> SearchFilter {
    var filter = SearchFilter()
    filter.outlet = values["outlet"]
    filter.from = try day("from")
    filter.through = try day("through")
    filter.speaker = values["speaker"].map { EntityID($0) }
    if let words = values["footing"] {
      guard let footing = Footing(rawValue: words) else {
        let all = Footing.allCases.map(\.rawValue).joined(separator: ", ")
        throw Problem(.badRequest, "\"footing\" is one of \(all).")
      }
      filter.footing = footing
    }
    return filter
  }
}
