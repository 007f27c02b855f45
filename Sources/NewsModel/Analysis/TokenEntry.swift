/// A token in the analysis record, in JSON `[start, end, tag, part, head, label, lemma, entity]`.
///
/// The tokens are those of the trained engine: a run of white space other than a single space is a
/// token too, with the tag `_SP`.
public struct TokenEntry: Sendable, Hashable {
  /// The bytes of the text.
  public let start: Int
  /// The end of the bytes.
  public let end: Int
  /// The Penn Treebank tag.
  public let tag: String
  /// The universal part of speech.
  public let partOfSpeech: String
  /// The index of the head among the tokens; a root is its own head.
  public let head: Int
  /// The label of the arc from the head.
  public let dependency: String
  /// The base form.
  public let lemma: String
  /// The kind of the name that the token is part of; empty when it is part of none.
  public let entity: String

  /// Creates an entry.
  public init(
    start: Int, end: Int, tag: String, partOfSpeech: String, head: Int, dependency: String,
    lemma: String, entity: String
  ) {
    self.start = start
    self.end = end
    self.tag = tag
    self.partOfSpeech = partOfSpeech
    self.head = head
    self.dependency = dependency
    self.lemma = lemma
    self.entity = entity
  }
}

extension TokenEntry: Codable {
  /// Reads the list.
  public init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    start = try list.decode(Int.self)
    end = try list.decode(Int.self)
    tag = try list.decode(String.self)
    partOfSpeech = try list.decode(String.self)
    head = try list.decode(Int.self)
    dependency = try list.decode(String.self)
    lemma = try list.decode(String.self)
    entity = try list.decode(String.self)
  }

  /// Writes the list.
  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    try list.encode(start)
    try list.encode(end)
    try list.encode(tag)
    try list.encode(partOfSpeech)
    try list.encode(head)
    try list.encode(dependency)
    try list.encode(lemma)
    try list.encode(entity)
  }
}
