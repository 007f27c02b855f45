public import Primitives

/// What kind of time an expression names (TimeML TIMEX3).
public enum TimeExpressionType: String, Codable, Sendable, CaseIterable {
  case date = "DATE"
  case time = "TIME"
  case duration = "DURATION"
  case set = "SET"
}

/// A date, time, duration or recurring time in the text with its normalised value.
public struct TimeExpression: Hashable, Sendable, Codable {
  /// Where it stands.
  public let range: ByteRange
  /// What kind of time it names.
  public let type: TimeExpressionType
  /// The TIMEX3 value: `2023-06-02`, `2023-W22`, `P3D`, `PAST_REF`, ...
  public let value: String

  /// Creates a time expression.
  public init(range: ByteRange, type: TimeExpressionType, value: String) {
    self.range = range
    self.type = type
    self.value = value
  }
}
