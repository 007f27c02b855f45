/// Any JSON value; the fields of objects keep their order.
public indirect enum JSONValue: Hashable, Sendable {
  /// A string.
  case string(String)
  /// A number as it was written.
  case number(String)
  /// True or false.
  case boolean(Bool)
  /// Null.
  case null
  /// An array.
  case array([JSONValue])
  /// An object.
  case object([Field])

  /// A name and its value.
  public struct Field: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let value: JSONValue

    /// Creates a field.
    public init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The value of a field; nil when this is no object or has none.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let fields) = self else { return nil }
    return fields.first { $0.name == name }?.value
  }

  /// The string, the digits of a number, or that of the first element.
  public var string: String? {
    switch self {
    case .string(let text): text
    case .number(let digits): digits
    case .array(let values): values.first?.string
    default: nil
    }
  }

  /// The elements of an array, or the value itself as the only one.
  public var elements: [JSONValue] {
    if case .array(let values) = self { values } else { [self] }
  }

  /// The fields of an object; none for other values.
  public var fields: [Field] {
    if case .object(let fields) = self { fields } else { [] }
  }
}
