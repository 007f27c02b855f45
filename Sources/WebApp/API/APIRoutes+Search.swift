import Engine
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
          name: "in", kind: .choice(SearchUnit.allCases.map(\.rawValue)),
          summary: "sentences (the default), articles or statements."),
        .init(
          name: "speaker", kind: .text(isRequired: false),
          summary:
            "Only sentences in which this entity, by its name in the library, says something."),
        .init(
          name: "footing", kind: .choice(Footing.allCases.map(\.rawValue)),
          summary:
            "Only statements on this footing: named, role, anonymous, document, outlet, unstated."),
        .init(
          name: "outlet", kind: .text(isRequired: false), summary: "Only articles of this outlet."),
        .init(
          name: "from", kind: .day(isRequired: false),
          summary: "Only articles published on this day or later."),
        .init(
          name: "through", kind: .day(isRequired: false),
          summary: "Only articles published on this day or earlier."),
      ], isList: true
    ) { call in
      let found = try call.library.search(
        call.values["q"] ?? "", filter: call.filter, unit: call.unit,
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
  fileprivate var unit: SearchUnit {
    values["in"].flatMap { SearchUnit(rawValue: $0) } ?? .sentences
  }

  fileprivate var filter: SearchFilter {
    var filter = SearchFilter()
    filter.outlet = values["outlet"]
    filter.from = day("from")
    filter.through = day("through")
    filter.speaker = values["speaker"].map { EntityID($0) }
    filter.footing = values["footing"].flatMap { Footing(rawValue: $0) }
    return filter
  }
}
