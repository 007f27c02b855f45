/// A JSON value out of a page; fields keep their order.
indirect enum JSONValue: Equatable {
  case string(String)
  case number(String)
  case other
  case array([JSONValue])
  case object([Field])

  /// A name and its value.
  struct Field: Equatable {
    let name: String
    let value: JSONValue
  }

  /// The value of a field; nil when this is no object or has none.
  subscript(name: String) -> JSONValue? {
    guard case .object(let fields) = self else { return nil }
    return fields.first { $0.name == name }?.value
  }

  /// The string, or that of the first element.
  var string: String? {
    switch self {
    case .string(let text): text
    case .number(let digits): digits
    case .array(let values): values.first?.string
    default: nil
    }
  }

  /// The elements of an array, or the value itself as the only one.
  var elements: [JSONValue] {
    if case .array(let values) = self { values } else { [self] }
  }
}
