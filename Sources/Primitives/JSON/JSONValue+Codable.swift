extension JSONValue: Codable {
  /// Reads any value; the fields of an object come in the order of their names.
  public init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: FieldName.self) {
      let names = object.allKeys.sorted { $0.stringValue < $1.stringValue }
      self = .object(
        try names.map {
          Field(name: $0.stringValue, value: try object.decode(JSONValue.self, forKey: $0))
        })
      return
    }
    if var array = try? decoder.unkeyedContainer() {
      var values: [JSONValue] = []
      while !array.isAtEnd { values.append(try array.decode(JSONValue.self)) }
      self = .array(values)
      return
    }
    self = try Self.scalar(decoder.singleValueContainer())
  }

  /// Each attempt fails when the value is of another kind, which is no error here.
  private static func scalar(_ value: any SingleValueDecodingContainer) throws -> JSONValue {
    if value.decodeNil() { return .null }
    if let boolean = try? value.decode(Bool.self) { return .boolean(boolean) }
    if let text = try? value.decode(String.self) { return .string(text) }
    if let whole = try? value.decode(Int.self) { return .number(String(whole)) }
    return .number(String(describing: try value.decode(Double.self)))
  }

  /// Writes the value; a number that no machine type holds is written as a string.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .object(let fields):
      var object = encoder.container(keyedBy: FieldName.self)
      for field in fields { try object.encode(field.value, forKey: FieldName(field.name)) }
    case .array(let values):
      var array = encoder.unkeyedContainer()
      for value in values { try array.encode(value) }
    case .string(let text): try Self.write(text, to: encoder)
    case .boolean(let flag): try Self.write(flag, to: encoder)
    case .null:
      var value = encoder.singleValueContainer()
      try value.encodeNil()
    case .number(let digits): try Self.write(digits: digits, to: encoder)
    }
  }

  private static func write(digits: String, to encoder: any Encoder) throws {
    if let whole = Int(digits) {
      try write(whole, to: encoder)
    } else if let number = Double(digits), number.isFinite {
      try write(number, to: encoder)
    } else {
      try write(digits, to: encoder)
    }
  }

  private static func write(_ scalar: some Encodable, to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    try value.encode(scalar)
  }
}

/// The name of a field of any object.
private struct FieldName: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(_ name: String) { stringValue = name }
  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { return nil }
}
