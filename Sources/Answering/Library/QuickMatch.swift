public import Primitives

/// Compares sentences with a question by the spelling of their words alone; a first, cheap sieve.
public struct QuickMatch: Sendable {
  /// The words of a text, in lower case.
  public struct Words: Sendable {
    let forms: Set<String>

    /// Scans a stretch of a text.
    public init(_ text: UTF8Text, _ range: ByteRange) {
      var forms: Set<String> = []
      var start: Int?
      for index in range.start...range.end {
        let isWord = index < range.end && Self.isWordByte(text.bytes[index])
        if isWord {
          start = start ?? index
        } else if let begin = start {
          forms.insert(
            String(decoding: text.bytes[begin..<index], as: UTF8.self).lowercased())
          start = nil
        }
      }
      self.forms = forms
    }

    /// Scans words that stand alone, such as a name.
    public init(_ words: String) {
      let text = UTF8Text(words)
      self.init(text, text.fullRange)
    }

    /// Whether they are words such as "it" and "he", which name nothing.
    public var nameNothing: Bool { forms.allSatisfy(AnswerWords.light.contains) }

    private static func isWordByte(_ byte: UInt8) -> Bool {
      byte >= 0x80 || byte.isASCIILetter || byte.isASCIIDigit
    }
  }

  private let terms: [(form: String, lemma: String, isName: Bool)]
  /// The share of each term of the question in its whole weight.
  public let shares: [Double]

  /// Prepares a question.
  public init(_ question: Question) {
    let weight = max(question.weight, 1)
    terms = question.terms.map { place in
      let word = question.word(place)
      return (word.form, word.lemma, word.isName)
    }
    shares = question.terms.map { question.word($0).rarity / weight }
  }

  /// For each term of the question, 1 when a form of it is among the words, 0.8 for a relative.
  public func support(in words: Words) -> [Double] {
    terms.map { term in
      if words.forms.contains(term.form) || words.forms.contains(term.lemma) { return 1 }
      return words.forms.contains { Self.isRelated($0, term.lemma) } ? 0.8 : 0
    }
  }

  /// The share of the question that the words cover.
  public func coverage(_ support: [Double]) -> Double {
    zip(shares, support).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private static func isRelated(_ a: String, _ b: String) -> Bool {
    WordKinship.areRelated(a.utf8, b.utf8)
  }
}
