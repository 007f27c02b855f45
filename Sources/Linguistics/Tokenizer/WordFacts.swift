/// What is fixed about words in a model: ids, norms, and which rules name them.
struct WordFacts: Sendable {
  let symbols: SymbolTable
  /// The ids of norms by the ids of words that have another norm than their lower-case form.
  let norms: [UInt64: UInt64]
  /// The ids of words that begin a special case that is matched over several tokens.
  let caseStarts: Set<UInt64>
  /// The numbers of the lists of attribute rules by the ids of lower-case forms.
  let ruleLists: [UInt64: Int32]

  /// The lexeme of a word; `norm` is the id of the norm that a special case gives it.
  func lexeme(_ bytes: Span<UInt8>, offset: Int, norm: UInt64?) -> Lexeme {
    let scalars = Scalars.decode(bytes)
    let word = symbols.id(bytes)
    let lower = symbols.id(Scalars.lowercased(scalars).span)
    return Lexeme(
      offset: Int32(offset), length: Int32(bytes.count), word: word,
      norm: norm ?? norms[word] ?? lower, prefix: id(scalars.prefix(1)),
      suffix: id(scalars.suffix(3)), shape: symbols.id(Scalars.shape(scalars).span),
      lower: lower, isSpace: scalars.allSatisfy(ScalarClass.isSpace),
      beginsCase: caseStarts.contains(word), ruleList: ruleLists[lower] ?? 0)
  }

  private func id(_ scalars: ArraySlice<UInt32>) -> UInt64 {
    var bytes: [UInt8] = []
    for scalar in scalars { Scalars.append(scalar, to: &bytes) }
    return symbols.id(bytes.span)
  }
}
