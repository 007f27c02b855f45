/// The tree over the tokens of a text: depth and extent of what hangs below each token.
struct TokenTree {
  /// The token above each, -1 for a root.
  private(set) var parents: [Int32]
  /// The steps up to the root.
  private(set) var depths: [Int32]
  /// The first and the last token of what hangs below a token, itself included.
  private(set) var lefts: [Int32]
  private(set) var rights: [Int32]

  /// Reads heads; a root is its own head. A circle, which no parser makes, is cut.
  /// - Complexity: O(tokens).
  init(heads: [Int]) {
    let count = heads.count
    parents = heads.indices.map { heads[$0] == $0 ? -1 : Int32(heads[$0]) }
    depths = Array(repeating: -1, count: count)
    lefts = (0..<count).map { Int32($0) }
    rights = lefts
    findDepths()
    var byDepth = Array(0..<count)
    byDepth.sort { depths[$0] == depths[$1] ? $0 < $1 : depths[$0] > depths[$1] }
    for token in byDepth where parents[token] >= 0 {
      let parent = Int(parents[token])
      lefts[parent] = min(lefts[parent], lefts[token])
      rights[parent] = max(rights[parent], rights[token])
    }
  }

  private mutating func findDepths() {
    let isOpen: Int32 = -2
    var chain: [Int] = []
    for token in parents.indices where depths[token] < 0 {
      var at = token
      while depths[at] == -1 {
        depths[at] = isOpen
        chain.append(at)
        if parents[at] < 0 { break }
        let next = Int(parents[at])
        if depths[next] == isOpen {
          parents[at] = -1
          break
        }
        at = next
      }
      while let last = chain.popLast() {
        depths[last] = parents[last] < 0 ? 0 : depths[Int(parents[last])] + 1
      }
    }
  }
}
