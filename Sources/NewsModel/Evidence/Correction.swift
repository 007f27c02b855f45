public import Primitives

/// A sentence of a replaced version that no later version up to the current one kept as it was.
public struct Correction: Hashable, Sendable, Codable {
  /// Where the sentence stands in the version that has it.
  public let sentence: ByteRange
  /// When the outlet took it out or changed it: the date of the first version without it; nil when undated.
  public let on: CivilTime?

  /// Creates a correction.
  public init(sentence: ByteRange, on: CivilTime?) {
    self.sentence = sentence
    self.on = on
  }
}
