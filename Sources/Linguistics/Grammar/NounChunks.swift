extension AnnotatedText {
  /// The base noun phrases: a noun, name or pronoun in the place of one, with what stands before it.
  ///
  /// None holds another, so no coordinated or prepositional phrase and no clause is in them: in
  /// "the ministers of both countries" they are "the ministers" and "both countries". Empty when the
  /// text has no syntax. The rules are those of spaCy's English `noun_chunks`.
  /// - Complexity: O(tokens).
  public var nounChunks: [Range<Int>] {
    guard let syntax else { return [] }
    let edges = syntax.leftEdges
    var chunks: [Range<Int>] = []
    var lastEnd = -1
    for token in tokens.indices where Self.nominal.contains(syntax.partsOfSpeech[token]) {
      guard edges[token] > lastEnd, Self.isInPhrasePlace(token, syntax) else { continue }
      chunks.append(edges[token]..<token + 1)
      lastEnd = token
    }
    return chunks
  }

  private static let nominal: Set<String> = ["NOUN", "PROPN", "PRON"]
  private static let phraseLabels: Set<String> = [
    "oprd", "nsubj", "dobj", "nsubjpass", "pcomp", "pobj", "dative", "appos", "attr", "ROOT",
  ]

  /// Whether the token has the place of a phrase, or is joined to one that has.
  private static func isInPhrasePlace(_ token: Int, _ syntax: Syntax) -> Bool {
    if phraseLabels.contains(syntax.dependencies[token]) { return true }
    guard syntax.dependencies[token] == "conj" else { return false }
    var head = syntax.heads[token]
    while syntax.dependencies[head] == "conj", syntax.heads[head] < head {
      head = syntax.heads[head]
    }
    return phraseLabels.contains(syntax.dependencies[head])
  }
}

extension Syntax {
  /// The first token of the subtree of each token.
  /// - Complexity: O(tokens).
  public var leftEdges: [Int] {
    var tree = Tree(
      heads: heads.map { Int32($0) }, labels: Array(repeating: 0, count: heads.count))
    tree.settle()
    return tree.leftEdges.map { Int($0) }
  }
}
