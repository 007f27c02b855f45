/// Undoes the lifting of arcs that made crossing trees learnable (Nivre and Nilsson 2005, HEAD).
///
/// A token with the label `X||Y` hangs too high: below its head the first descendant with the label
/// Y, breadth first from the left, is its true head, and X its true label.
struct ArcLifting {
  private let moves: ParserMoves
  // The children of every token by the heads before any change, and those moved to a new head.
  private var firstChild: [Int32] = []
  private var children: [Int32] = []
  private var moved: [Int: [Int]] = [:]

  /// Prepares for the labels of a parser.
  init(_ moves: ParserMoves) {
    self.moves = moves
  }

  /// Moves all lifted tokens to their true heads, then settles the tree anew.
  mutating func undo(_ tree: inout Tree, isSpace: (Int) -> Bool) {
    guard tree.labels.contains(where: { moves.parts[$0] != nil }) else { return }
    listChildren(tree)
    for token in tree.heads.indices {
      guard let label = moves.parts[tree.labels[token]] else { continue }
      let head = trueHead(of: token, label.head, tree, isSpace)
      tree.heads[token] = Int32(head)
      tree.labels[token] = label.own
      moved[head, default: []].append(token)
    }
    tree.settle()
  }

  private mutating func listChildren(_ tree: Tree) {
    moved = [:]
    firstChild = Array(repeating: 0, count: tree.heads.count + 1)
    for (token, head) in tree.heads.enumerated() where Int(head) != token {
      firstChild[Int(head) + 1] += 1
    }
    for token in tree.heads.indices { firstChild[token + 1] += firstChild[token] }
    var place = firstChild
    children = Array(repeating: 0, count: Int(firstChild[tree.heads.count]))
    for (token, head) in tree.heads.enumerated() where Int(head) != token {
      children[Int(place[Int(head)])] = Int32(token)
      place[Int(head)] += 1
    }
  }

  /// The children that a token has now, from left to right, within its edges of before.
  private func currentChildren(_ token: Int, _ tree: Tree) -> [Int] {
    let listed = children[Int(firstChild[token])..<Int(firstChild[token + 1])].map { Int($0) }
    let edges = Int(tree.leftEdges[token])...Int(tree.rightEdges[token])
    let joined = (moved[token] ?? []).filter { edges.contains($0) }
    let kept = listed.filter { Int(tree.heads[$0]) == token && !joined.contains($0) }
    return joined.isEmpty ? kept : (kept + joined).sorted()
  }

  private func trueHead(of token: Int, _ label: UInt16, _ tree: Tree, _ isSpace: (Int) -> Bool)
    -> Int
  {
    let head = Int(tree.heads[token])
    var level = [head]
    while !level.isEmpty {
      var below: [Int] = []
      for parent in level {
        for child in currentChildren(parent, tree) where child != token && !isSpace(child) {
          if tree.labels[child] == label { return child }
          below.append(child)
        }
      }
      level = below
    }
    return head
  }
}
