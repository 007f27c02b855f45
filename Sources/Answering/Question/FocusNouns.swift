/// The nouns that say what a question asks for, compared by meaning with nouns that are not listed.
struct FocusNouns {
  static let shared = FocusNouns()

  private let nouns: [(vector: [Float], kind: AnswerKind)]
  /// Nouns less alike than this are of different kinds as often as not.
  private static let leastCosine = 0.6

  private init() {
    nouns = AnswerWords.focusKinds.keys.sorted().compactMap { noun in
      guard let kind = AnswerWords.focusKinds[noun],
        let place = WordVectors.shared.place(of: noun)
      else { return nil }
      return (WordVectors.shared.vector(at: place), kind)
    }
  }

  /// The kind of the listed noun that is most like a word; nil when none is.
  func kind(like word: ReadWord) -> AnswerKind? {
    guard !word.vector.isEmpty else { return nil }
    var best = Self.leastCosine
    var kind: AnswerKind?
    for noun in nouns {
      let cosine = WordVectors.cosine(noun.vector, word.vector)
      if cosine > best {
        best = cosine
        kind = noun.kind
      }
    }
    return kind
  }
}
