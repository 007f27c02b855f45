import Primitives

/// A word of a question or of a sentence, as matching sees it.
struct ReadWord: Sendable {
  /// Where it stands in its text.
  let range: ByteRange
  /// The word in lower case.
  let form: String
  /// The base form in lower case.
  let lemma: String
  /// The universal part of speech; empty when the annotator has no grammar.
  let part: String
  /// The label of the arc from the head.
  let arc: String
  /// The place of the head among the words; its own place at a root.
  let head: Int
  /// Whether it says something about the matter.
  let isContent: Bool
  /// Whether it is part of a name.
  let isName: Bool
  /// How rare it is in news.
  let rarity: Double
  /// Its unit vector; empty when it has none.
  let vector: [Float]

  /// Whether the two are forms of one word.
  func isForm(of other: ReadWord) -> Bool { lemma == other.lemma || form == other.form }

  /// How much this word can stand for the other: 1 for a form of it, less for a relative, 0 for none.
  func likeness(to other: ReadWord) -> Double {
    if isForm(of: other) { return 1 }
    if WordKinship.areRelated(lemma.utf8, other.lemma.utf8) { return 0.8 }
    if isName || other.isName || vector.isEmpty || other.vector.isEmpty { return 0 }
    let cosine = WordVectors.cosine(vector, other.vector)
    return cosine > Self.leastCosine ? min(0.7, cosine) : 0
  }

  /// Vectors that are less alike than this tell nothing: two words out of a hundred reach it by chance.
  private static let leastCosine = 0.45
}
