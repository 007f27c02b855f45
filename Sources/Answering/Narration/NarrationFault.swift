/// What a narrator's clause says that its sentence does not, or leaves out.
public struct NarrationFault: Hashable, Sendable {
  /// What kind of word it is about.
  public enum Kind: String, Sendable, CaseIterable {
    /// A figure, a number word or a part of a date.
    case number
    /// A name.
    case name
    /// A word that takes back what it governs.
    case negation
    /// A word that says how sure or how binding something is.
    case modality
    /// A word that makes something somebody's word.
    case cue
    /// Another word.
    case word
    /// A mark: a comma, a quotation mark, a sign that cannot be seen.
    case mark
    /// The words are those of the sentence, in another order.
    case order
    /// The clause names no sentence, one that is not there, or one that was told already.
    case citation
  }

  /// What kind of word it is about.
  public let kind: Kind
  /// The word, as compared; empty for `order` and `citation`.
  public let word: String
  /// Whether the sentence lacks the word; else the clause does.
  public let isAdded: Bool

  /// What is wrong, in a few words.
  public var description: String {
    switch kind {
    case .order: "its words stand in another order"
    case .citation: "it names no sentence of its own"
    default: isAdded ? "its sentence has no \"\(word)\"" : "it leaves out \"\(word)\""
    }
  }

  /// The gravest difference between a clause and a sentence: its words, and those of them that may not go.
  static func between(
    _ clause: [NarrationToken], _ sentence: [NarrationToken], required: [NarrationToken]
  ) -> NarrationFault {
    let added = Self.missing(from: sentence, of: clause).map { ($0, true) }
    let left = Self.missing(from: clause, of: required).map { ($0, false) }
    let faults = (added + left).map { token, isAdded in
      NarrationFault(kind: kind(of: token), word: token.form, isAdded: isAdded)
    }
    let order = Kind.allCases
    let gravest = faults.indices.min { a, b in
      let (first, second) = (
        order.firstIndex(of: faults[a].kind), order.firstIndex(of: faults[b].kind)
      )
      return (first ?? 0, a) < (second ?? 0, b)
    }
    return gravest.map { faults[$0] } ?? NarrationFault(kind: .order, word: "", isAdded: false)
  }

  static let citation = NarrationFault(kind: .citation, word: "", isAdded: false)

  private static func missing(
    from others: [NarrationToken], of tokens: [NarrationToken]
  ) -> [NarrationToken] {
    var left: [String: Int] = [:]
    for token in others { left[token.lower, default: 0] += 1 }
    return tokens.filter { token in
      guard let count = left[token.lower], count > 0 else { return true }
      left[token.lower] = count - 1
      return false
    }
  }

  private static func kind(of token: NarrationToken) -> Kind {
    let word = token.lower
    if token.isNumber { return .number }
    if NarrationWords.negations.contains(word) { return .negation }
    if NarrationWords.modals.contains(word) || NarrationWords.hedges.contains(word) {
      return .modality
    }
    if NarrationWords.isCue(form: word) { return .cue }
    if token.isName { return .name }
    return token.isWord ? .word : .mark
  }
}
