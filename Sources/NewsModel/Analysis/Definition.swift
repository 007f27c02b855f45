public import Primitives

/// How a sentence tells what something is.
public enum DefinitionForm: String, Codable, Sendable, CaseIterable {
  /// Beside the name: "Quay Holdings, a shipping group from Quay,".
  case apposition
  /// By "is" or "was": "The pact is an agreement between ...".
  case copula
  /// By a clause: "the court, which hears appeals in ...".
  case relative
  /// By "called" or "known as" after it: "a trade plan called Northern Link".
  case naming
}

/// The words by which an article says what an entity is.
public struct Definition: Hashable, Sendable, Codable {
  /// What is explained.
  public let entity: EntityIndex
  /// The words that explain it, without the name.
  public let range: ByteRange
  /// How they are joined to the name.
  public let form: DefinitionForm
  /// The sentence in which they stand.
  public let sentence: ByteRange

  /// Creates a definition.
  public init(entity: EntityIndex, range: ByteRange, form: DefinitionForm, sentence: ByteRange) {
    self.entity = entity
    self.range = range
    self.form = form
    self.sentence = sentence
  }
}
