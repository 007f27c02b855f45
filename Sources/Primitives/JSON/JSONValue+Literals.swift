extension JSONValue: ExpressibleByStringLiteral {
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }
}

extension JSONValue: ExpressibleByIntegerLiteral {
  /// A whole number.
  public init(integerLiteral value: Int) { self = .number(String(value)) }
}

extension JSONValue: ExpressibleByBooleanLiteral {
  /// True or false.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension JSONValue: ExpressibleByArrayLiteral {
  /// An array.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  /// An object with its fields in the order given.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Field(name: $0, value: $1) })
  }
}

extension JSONValue {
  /// An object with its fields in the order of their names.
  public init(_ fields: [String: JSONValue]) {
    self = .object(fields.sorted { $0.key < $1.key }.map { Field(name: $0.key, value: $0.value) })
  }

  /// A whole number.
  public init(_ number: Int) { self = .number(String(number)) }
}
