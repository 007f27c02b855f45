/// The greedy transition model that finds names and their kinds.
struct NameRecogniser: Sendable {
  /// How many tokens of a state the network looks at.
  static let features = 3

  /// A name: its tokens and the number of its label.
  struct Name: Hashable {
    let tokens: Range<Int>
    let label: Int
  }

  /// The kinds of names by their numbers.
  let labels: [String]
  private let begin: Range<Int>
  // For each label the transitions that go on and that end a name of it.
  private let inside: [Int]
  private let last: [Int]
  private let unit: Range<Int>
  private let outside: Range<Int>
  private let labelOfMove: [Int]

  /// Reads the transitions of the model.
  init(_ file: ModelFile, _ network: TransitionNetwork) throws(ModelError) {
    func range(_ kind: String) -> Range<Int> {
      let indices = network.moves.indices.filter { network.moves[$0].hasPrefix("\(kind)-") }
      guard let first = indices.first, let end = indices.last else { return 0..<0 }
      return first..<end + 1
    }
    let names = network.moves.map { String($0.dropFirst(2)) }
    begin = range("B")
    unit = range("U")
    let labels = begin.map { names[$0] }
    guard !labels.isEmpty, let out = network.moves.firstIndex(of: "O"),
      unit.count == labels.count
    else { throw .damaged(path: file.path, reason: "the transitions for names are not in order") }
    outside = out..<out + 1
    self.labels = labels
    labelOfMove = names.map { labels.firstIndex(of: $0) ?? 0 }
    inside = labels.map { network.moves.firstIndex(of: "I-\($0)") ?? 0 }
    last = labels.map { network.moves.firstIndex(of: "L-\($0)") ?? 0 }
  }

  /// The names among the tokens whose vectors the scorer has; none crosses a sentence start.
  func find(
    _ count: Int, isSpace: (Int) -> Bool, isStart: [Bool], _ scorer: inout StateScorer
  ) -> [Name] {
    var names: [Name] = []
    var open: (start: Int, label: Int)?
    for token in 0..<count {
      scorer.setFeature(0, to: token)
      scorer.setFeature(1, to: open?.start ?? -1)
      scorer.setFeature(2, to: open == nil ? -1 : token - 1)
      scorer.score()
      let canGoOn = token + 1 < count && !isStart[token + 1]
      if let current = open {
        let (goOn, end) = (inside[current.label], last[current.label])
        if canGoOn, scorer.scores[goOn] >= scorer.scores[end] { continue }
        names.append(Name(tokens: current.start..<token + 1, label: current.label))
        open = nil
      } else {
        let move = bestMove(scorer.scores, isSpace: isSpace(token), canGoOn: canGoOn)
        if begin.contains(move) {
          open = (token, labelOfMove[move])
        } else if unit.contains(move) {
          names.append(Name(tokens: token..<token + 1, label: labelOfMove[move]))
        }
      }
    }
    return names
  }

  private func bestMove(_ scores: [Float], isSpace: Bool, canGoOn: Bool) -> Int {
    var best = BestMove()
    if !isSpace {
      if canGoOn { best.consider(begin, scores) }
      best.consider(unit, scores)
    }
    best.consider(outside, scores)
    return best.index
  }
}
