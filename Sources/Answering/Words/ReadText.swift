public import Linguistics
import Primitives

/// A question or sentence with its words and names, ready to be compared.
public struct ReadText: Sendable {
  /// A name with its kind.
  struct Name: Sendable {
    /// Its words.
    let words: Range<Int>
    /// Its kind by the OntoNotes scheme.
    let label: String
    /// Its words in lower case, joined by blanks.
    let spelling: String
  }

  let words: [ReadWord]
  let names: [Name]
  /// Whether the annotator gave grammar.
  let hasGrammar: Bool
  /// Whether it ends with a question mark.
  let isQuestion: Bool

  /// Reads an annotated text.
  public init(_ annotated: AnnotatedText) {
    self.init(annotated, tokens: annotated.tokens.indices)
  }

  /// Reads a stretch of an annotated text: one sentence.
  public init(_ annotated: AnnotatedText, tokens: Range<Int>) {
    let reader = WordReader(annotated, tokens: tokens)
    words = reader.words
    names = reader.names
    hasGrammar = annotated.syntax != nil
    isQuestion = words.last?.form == "?"
  }

  /// The mean of the vectors of the content words, each as heavy as it is rare.
  var meaning: [Float] {
    var sum: [Float] = []
    for word in words where word.isContent && !word.vector.isEmpty {
      if sum.isEmpty { sum = Array(repeating: 0, count: word.vector.count) }
      let weight = Float(word.rarity)
      for index in sum.indices { sum[index] += weight * word.vector[index] }
    }
    let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? sum.map { $0 / length } : []
  }
}
