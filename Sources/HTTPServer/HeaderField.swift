/// One field of an HTTP header.
public struct HeaderField: Hashable, Sendable {
  /// The name; compared without regard to case.
  public let name: String
  /// The value.
  public let value: String

  /// Creates a field.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  /// Whether the field has the name, without regard to case.
  public func isNamed(_ other: String) -> Bool { name.lowercased() == other.lowercased() }
}
