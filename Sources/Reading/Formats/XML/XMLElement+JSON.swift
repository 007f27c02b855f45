import Primitives

extension XMLElement {
  /// The name in `extra`: the usual prefix of its vocabulary, else the document's own.
  var extraName: String {
    let prefix = vocabulary.usualPrefix ?? name.prefix ?? ""
    return prefix.isEmpty ? name.spelling : "\(prefix):\(name.spelling)"
  }

  /// The element as JSON: its text, or an object of "@attributes", "text" and the elements in it.
  ///
  /// Below `depth` levels only the text is kept.
  func json(depth: Int = 16) -> JSONValue {
    let inner = depth > 0 ? children : []
    let given = attributes
    guard !inner.isEmpty || !given.isEmpty else { return .string(text ?? "") }
    var fields = given.map {
      JSONValue.Field(name: "@\($0.name.spelling)", value: .string($0.value))
    }
    if let text = inner.isEmpty ? text : ownText {
      fields.append(JSONValue.Field(name: "text", value: .string(text)))
    }
    return .object(fields + ExtraFields(inner, depth: depth - 1).fields)
  }
}

/// Elements as fields of an object; those of one name become an array.
struct ExtraFields {
  private(set) var fields: [JSONValue.Field] = []

  init(_ elements: [XMLElement], depth: Int = 16) {
    var order: [String] = []
    var values: [String: [JSONValue]] = [:]
    for element in elements {
      let name = element.extraName
      if values[name] == nil { order.append(name) }
      values[name, default: []].append(element.json(depth: depth))
    }
    for name in order {
      let list = values[name] ?? []
      add(name, list.count == 1 ? list[0] : .array(list))
    }
  }

  /// Adds a field; nil, empty texts, arrays and objects are left out.
  mutating func add(_ name: String, _ value: JSONValue?) {
    switch value {
    case nil, .string(""), .array([]), .object([]): return
    case .some(let value): fields.append(JSONValue.Field(name: name, value: value))
    }
  }

  /// Adds a text.
  mutating func add(_ name: String, _ text: String?) {
    add(name, text.map { .string($0) })
  }

  /// The object; nil when there is nothing to keep.
  var object: JSONValue? { fields.isEmpty ? nil : .object(fields) }
}
