/// A dependency tree while it is being built: heads, labels and what follows from them.
struct Tree {
  /// The head of each token; a root is its own head.
  var heads: [Int32]
  /// The number of the label of the arc from the head.
  var labels: [UInt16]
  /// The first and the last token of each token's subtree, as spaCy reckons them.
  private(set) var leftEdges: [Int32] = []
  private(set) var rightEdges: [Int32] = []
  /// Whether a sentence starts at the token.
  private(set) var isStart: [Bool] = []

  /// Recomputes edges and sentence starts from the heads.
  ///
  /// Where arcs cross, one pass is not enough; as in spaCy up to 12 are made.
  mutating func settle() {
    leftEdges = heads.indices.map { Int32($0) }
    rightEdges = leftEdges
    for _ in 0..<12 {
      widen(heads.indices)
      widen(heads.indices.reversed())
      if headsAreWithinSentences() { break }
    }
    isStart = Array(repeating: false, count: heads.count)
    for token in heads.indices where Int(heads[token]) == token {
      isStart[Int(leftEdges[token])] = true
    }
  }

  private mutating func widen(_ tokens: some Sequence<Int>) {
    for token in tokens {
      let head = Int(heads[token])
      if leftEdges[token] < leftEdges[head] { leftEdges[head] = leftEdges[token] }
      if rightEdges[token] > rightEdges[head] { rightEdges[head] = rightEdges[token] }
    }
  }

  private func headsAreWithinSentences() -> Bool {
    var starts = [Bool](repeating: false, count: heads.count)
    for token in heads.indices where Int(heads[token]) == token {
      starts[Int(leftEdges[token])] = true
    }
    var first = 0
    for token in heads.indices
    where (token > 0 && starts[token]) || token == heads.count - 1 {
      for inner in first..<token where heads[inner] < first || heads[inner] > token {
        return false
      }
      first = token
    }
    return true
  }

  /// The sentences as ranges of tokens.
  var sentences: [Range<Int>] {
    var result: [Range<Int>] = []
    var first = 0
    for token in heads.indices.dropFirst() where isStart[token] {
      result.append(first..<token)
      first = token
    }
    if first < heads.count { result.append(first..<heads.count) }
    return result
  }
}
