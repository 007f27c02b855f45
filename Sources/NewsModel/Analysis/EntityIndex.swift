/// Names an entity within one analysis; written `e0`, `e1`, ... in JSON.
public struct EntityIndex: Hashable, Sendable, Comparable {
  /// The place in the analysis' list of entities.
  public let rawValue: Int

  /// Creates an index into the list of entities.
  public init(_ rawValue: Int) {
    self.rawValue = rawValue
  }

  /// Orders by place.
  public static func < (a: EntityIndex, b: EntityIndex) -> Bool { a.rawValue < b.rawValue }
}

extension EntityIndex: Codable {
  /// Reads `eN`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard text.hasPrefix("e"), let number = Int(text.dropFirst()), number >= 0 else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\"\(text)\" is not an entity id such as \"e3\"")
    }
    rawValue = number
  }

  /// Writes `eN`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode("e\(rawValue)")
  }
}
