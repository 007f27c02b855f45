import Primitives

/// Finds the tokens that stand for a stretch of bytes of the same text.
struct TokenProjection {
  let tokens: [Token]

  /// The tokens that overlap the bytes; empty when none does.
  /// - Complexity: O(log tokens).
  func tokens(over range: ByteRange) -> Range<Int> {
    let first = firstToken { $0.range.end > range.start }
    let end = firstToken { $0.range.start >= range.end }
    return first..<max(first, end)
  }

  /// Another annotator's sentences over these tokens; a token that two share belongs to the first.
  func sentences(_ other: AnnotatedText) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for sentence in other.sentences where !sentence.isEmpty {
      let end = firstToken { $0.range.start >= other.range(of: sentence).end }
      if end > start { result.append(start..<end) }
      start = max(start, end)
    }
    if start < tokens.count { result.append(start..<tokens.count) }
    return result
  }

  private func firstToken(_ holds: (Token) -> Bool) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if holds(tokens[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The annotated text without the pipeline's tokens of white space.
  ///
  /// A token whose head was one of them takes that one's head; where that leads nowhere it is a root.
  static func withoutSpace(_ annotated: AnnotatedText) -> AnnotatedText {
    guard let syntax = annotated.syntax, syntax.tags.contains("_SP") else { return annotated }
    let kept = syntax.tags.indices.filter { syntax.tags[$0] != "_SP" }
    var place = [Int](repeating: -1, count: syntax.tags.count)
    for (new, old) in kept.enumerated() { place[old] = new }
    /// The first kept token from `old` on.
    func after(_ old: Int) -> Int {
      kept.partitioningIndex { $0 >= old }
    }
    let heads = kept.map { old -> Int in
      var head = syntax.heads[old]
      var steps = 0
      while place[head] < 0, syntax.heads[head] != head, steps < 8 {
        head = syntax.heads[head]
        steps += 1
      }
      return place[head] < 0 ? place[old] : place[head]
    }
    func moved(_ range: Range<Int>) -> Range<Int> {
      after(range.lowerBound)..<after(range.upperBound)
    }
    return AnnotatedText(
      text: annotated.text, tokens: kept.map { annotated.tokens[$0] },
      sentences: annotated.sentences.map(moved).filter { !$0.isEmpty },
      names: annotated.names.compactMap { name in
        let tokens = moved(name.tokens)
        return tokens.isEmpty ? nil : NameSpan(tokens: tokens, label: name.label)
      },
      syntax: Syntax(
        tags: kept.map { syntax.tags[$0] }, partsOfSpeech: kept.map { syntax.partsOfSpeech[$0] },
        heads: heads, dependencies: kept.map { syntax.dependencies[$0] },
        lemmas: kept.map { syntax.lemmas[$0] }))
  }
}

extension Array<Int> {
  /// The first index whose element is wanted, in an array that has the unwanted ones first.
  fileprivate func partitioningIndex(_ isWanted: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isWanted(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
