import Primitives

/// The description of the API in OpenAPI 3.1, made from its routes.
enum APIDescription {
  static let document: JSONValue = [
    "openapi": "3.1.0",
    "info": [
      "title": "Backgrounder", "version": "1",
      "description": """
      Read-only access to a library: topics, dossiers, statements, articles, search. Every shown sentence carries its \
      citations; ranges are UTF-8 bytes. Lists are read page by page with `cursor`.
      """,
    ],
    "servers": [["url": .string(LibraryAPI.root)]],
    "paths": JSONValue(
      Dictionary(uniqueKeysWithValues: APIRoutes.all.map { ($0.path, path($0)) })),
    "components": ["schemas": ["Problem": problem, "Page": page]],
  ]

  private static func path(_ route: APIRoute) -> JSONValue {
    let schema: JSONValue =
      route.isList ? ["$ref": "#/components/schemas/Page"] : ["type": "object"]
    return [
      "get": [
        "operationId": .string(route.operation), "summary": .string(route.summary),
        "parameters": .array(route.allParameters.map(parameter)),
        "responses": [
          "200": [
            "description": .string(route.summary),
            "content": ["application/json": ["schema": schema]],
          ],
          "400": [
            "description":
              "A parameter is missing, unknown or out of its bounds, or the address is no well-formed one.",
            "content": [
              "application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]],
              "text/plain": ["schema": ["type": "string"]],
            ],
          ],
          "404": failure("The library holds no such thing."),
          "409": failure("The cursor is of another edition; read the list from its start."),
          "429": failure("Too many requests; Retry-After says when to ask again."),
        ],
      ]
    ]
  }

  private static func parameter(_ parameter: APIRoute.Parameter) -> JSONValue {
    var fields: [String: JSONValue] = [
      "name": .string(parameter.name), "description": .string(parameter.summary),
      "in": parameter.isInPath ? "path" : "query",
    ]
    switch parameter.kind {
    case .path:
      fields["required"] = true
      fields["schema"] = [
        "type": "string", "minLength": 1, "pattern": "^[^\\u0000-\\u001f\\u007f-\\u009f/\\\\]+$",
      ]
    case .pathNumber:
      fields["required"] = true
      fields["schema"] = ["type": "integer", "minimum": 0]
    case .choice(let all):
      fields["required"] = false
      fields["schema"] = ["type": "string", "enum": .array(all.map { .string($0) })]
    case .day(let isRequired):
      fields["required"] = .boolean(isRequired)
      fields["schema"] = ["type": "string", "format": "date"]
    case .cursor:
      fields["required"] = false
      fields["schema"] = ["type": "string", "pattern": "^[0-9]{1,9}-[0-9a-f]{12}$"]
    case .text(let isRequired):
      fields["required"] = .boolean(isRequired)
      fields["schema"] = [
        "type": "string", "minLength": JSONValue(isRequired ? 1 : 0), "maxLength": 400,
      ]
    case .number(let range):
      fields["required"] = false
      fields["schema"] = [
        "type": "integer", "minimum": JSONValue(range.lowerBound),
        "maximum": JSONValue(range.upperBound),
      ]
    }
    return JSONValue(fields)
  }

  private static func failure(_ words: String) -> JSONValue {
    [
      "description": .string(words),
      "content": [
        "application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]
      ],
    ]
  }

  private static let problem: JSONValue = [
    "type": "object", "required": ["type", "title", "status", "detail"],
    "properties": [
      "type": ["type": "string"], "title": ["type": "string"], "status": ["type": "integer"],
      "detail": ["type": "string"],
    ],
  ]

  private static let page: JSONValue = [
    "type": "object", "required": ["items", "next", "total"],
    "properties": [
      "items": ["type": "array", "items": ["type": "object"]],
      "next": ["type": ["string", "null"]],
      "total": ["type": "integer", "minimum": 0],
    ],
  ]
}
