/// The greedy transition parser: draws a text's dependency trees and finds its sentences.
struct Parser: Sendable {
  /// How many tokens of a state the network looks at.
  static let features = 8

  let moves: ParserMoves

  /// Reads the transitions of the model.
  init(_ file: ModelFile, _ network: TransitionNetwork) throws(ModelError) {
    guard let moves = ParserMoves(network.moves) else {
      throw .damaged(path: file.path, reason: "the parser's transitions are not in order")
    }
    self.moves = moves
  }

  /// Parses the tokens whose vectors the scorer has; `isSpace` says which are white space.
  func parse(_ count: Int, isSpace: (Int) -> Bool, _ scorer: inout StateScorer) -> Tree {
    var state = ParserState(count: count)
    while !state.isFinal {
      setFeatures(state, &scorer)
      scorer.score()
      apply(bestMove(state, scorer), to: &state)
    }
    var tree = Tree(
      heads: state.heads.indices.map { state.heads[$0] < 0 ? Int32($0) : state.heads[$0] },
      labels: state.heads.indices.map { state.heads[$0] < 0 ? moves.root : state.labels[$0] })
    tree.settle()
    var lifting = ArcLifting(moves)
    lifting.undo(&tree, isSpace: isSpace)
    return tree
  }

  private func setFeatures(_ state: ParserState, _ scorer: inout StateScorer) {
    let (front, top) = (state.buffered(0), state.stacked(0))
    scorer.setFeature(0, to: front)
    scorer.setFeature(1, to: state.buffered(1))
    scorer.setFeature(2, to: top)
    scorer.setFeature(3, to: state.stacked(1))
    scorer.setFeature(4, to: state.stacked(2))
    scorer.setFeature(5, to: state.leftChild(front))
    scorer.setFeature(6, to: state.leftChild(top))
    scorer.setFeature(7, to: state.rightChild(top))
  }

  /// The best transition that is allowed; there is one in every state that is not final.
  private func bestMove(_ state: ParserState, _ scorer: StateScorer) -> Int {
    var best = BestMove()
    if state.canShift { best.consider(moves.shift, scorer.scores) }
    if state.canReduce { best.consider(moves.reduce, scorer.scores) }
    if state.canAttach {
      best.consider(moves.left, scorer.scores)
      best.consider(moves.right, scorer.scores)
    }
    if state.canBreak { best.consider(moves.break, scorer.scores) }
    return best.index
  }

  private func apply(_ move: Int, to state: inout ParserState) {
    let label = moves.labelOfMove[move]
    if moves.left.contains(move) {
      state.attachLeft(label)
    } else if moves.right.contains(move) {
      state.attachRight(label)
    } else if moves.shift.contains(move) {
      state.shift()
    } else if moves.reduce.contains(move) {
      state.reduce()
    } else {
      state.beginSentence()
    }
  }
}

/// The first transition with the greatest score among those that were considered.
struct BestMove {
  private var found: Int?
  private var score = -Float.infinity

  /// Its number; 0 when none was considered.
  var index: Int { found ?? 0 }

  /// Considers the transitions of a range; ranges must come in order.
  mutating func consider(_ range: Range<Int>, _ scores: [Float]) {
    for candidate in range where found == nil || scores[candidate] > score {
      found = candidate
      score = scores[candidate]
    }
  }
}
