import Engine
import NewsModel

extension APIRoutes {
  /// What is asked of one entity.
  static let ofEntities: [APIRoute] = [
    APIRoute(
      path: "/entities/{id}", operation: "entity", summary: "A named thing.", parameters: [id]
    ) { call in
      try call.library.profile(EntityID(call.id)).map { .document($0) } ?? .missing("entity")
    },
    APIRoute(
      path: "/entities/{id}/statements", operation: "entityStatements",
      summary: "What a named thing said, the latest first; copies left out.", parameters: [id],
      isList: true
    ) { call in
      guard let view = try call.library.entity(EntityID(call.id)) else { return .missing("entity") }
      return call.page(view.statements, StatementDocument.init)
    },
    APIRoute(
      path: "/entities/{id}/knowledge", operation: "entityKnowledge",
      summary: "Its roles with their days, its positions and what links it to others.",
      parameters: [id]
    ) { call in
      try call.library.entityDossier(EntityID(call.id)).map { .document(EntityDocument($0)) }
        ?? .missing("entity")
    },
  ]
}
