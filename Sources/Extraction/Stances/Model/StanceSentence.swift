/// A sentence as the stance model reads it: one entry a token in each array.
struct StanceSentence: Sendable {
  /// Rows of the word table; names by their kind.
  var rows: [Int32] = []
  /// Rows of the table of tags.
  var tags: [Int32] = []
  /// Rows of the table of labels of arcs.
  var dependencies: [Int32] = []
  /// The place of each token's head in this sentence; its own place for a root.
  var heads: [Int] = []
  /// 1 inside a quotation that opens in this sentence.
  var quoted: [Int32] = []

  var count: Int { rows.count }

  /// Adds somebody who speaks the whole sentence without being named in it, as its first token.
  mutating func prependSpeaker(_ row: Int32) {
    rows.insert(row, at: 0)
    tags.insert(0, at: 0)
    dependencies.insert(0, at: 0)
    quoted.insert(0, at: 0)
    heads = [0] + heads.map { $0 + 1 }
  }
}

/// Where the tokens of a sentence stand to two spans of it.
struct PairPlaces {
  /// Before, in the first, between, in the second, after.
  private(set) var part: [Int] = []
  /// Classes of the distance in tokens to each span.
  private(set) var nearFirst: [Int] = []
  private(set) var nearSecond: [Int] = []
  /// Steps in the tree to each span, 6 for more.
  private(set) var treeFirst: [Int] = []
  private(set) var treeSecond: [Int] = []
  /// 1 on the shortest way in the tree between them.
  private(set) var onPath: [Int] = []

  /// The number of steps that stands for more.
  private static let far = 6
  /// No way at all.
  private static let none = 99

  /// Finds the places; the first span must end before the second begins.
  init(_ links: TreeLinks, _ first: Range<Int>, _ second: Range<Int>) {
    let count = links.count
    let (ways1, ways2) = (links.steps(from: first), links.steps(from: second))
    var shortest = Self.none
    for token in 0..<count { shortest = min(shortest, ways1[token] + ways2[token]) }
    for token in 0..<count {
      part.append(Self.part(token, first, second))
      nearFirst.append(Self.near(token, first))
      nearSecond.append(Self.near(token, second))
      treeFirst.append(min(ways1[token], Self.far))
      treeSecond.append(min(ways2[token], Self.far))
      onPath.append(shortest < Self.none && ways1[token] + ways2[token] == shortest ? 1 : 0)
    }
  }

  private static func part(_ token: Int, _ first: Range<Int>, _ second: Range<Int>) -> Int {
    if token < first.lowerBound { return 0 }
    if token < first.upperBound { return 1 }
    if token < second.lowerBound { return 2 }
    return token < second.upperBound ? 3 : 4
  }

  /// 0 to 14: 7 inside the span, less before it, more after it.
  private static func near(_ token: Int, _ span: Range<Int>) -> Int {
    let distance =
      token < span.lowerBound
      ? token - span.lowerBound : token < span.upperBound ? 0 : token - span.upperBound + 1
    let step =
      switch abs(distance) {
      case 0...3: abs(distance)
      case 4...5: 4
      case 6...8: 5
      case 9...13: 6
      default: 7
      }
    return 7 + (distance < 0 ? -step : step)
  }
}

/// The tree of a sentence as links in both directions.
struct TreeLinks {
  private let heads: [Int]
  private var firstChild: [Int]
  private var nextChild: [Int]

  var count: Int { heads.count }

  init(heads: [Int]) {
    self.heads = heads
    firstChild = [Int](repeating: -1, count: heads.count)
    nextChild = firstChild
    for token in heads.indices.reversed() where heads[token] != token {
      nextChild[token] = firstChild[heads[token]]
      firstChild[heads[token]] = token
    }
  }

  /// The steps from the nearest token of a span to each token; 99 where no way leads.
  func steps(from span: Range<Int>) -> [Int] {
    var steps = [Int](repeating: 99, count: heads.count)
    var queue = Array(span)
    for token in span { steps[token] = 0 }
    var next = 0
    func visit(_ token: Int, _ distance: Int) {
      guard steps[token] > distance else { return }
      steps[token] = distance
      queue.append(token)
    }
    while next < queue.count {
      let token = queue[next]
      next += 1
      visit(heads[token], steps[token] + 1)
      var child = firstChild[token]
      while child >= 0 {
        visit(child, steps[token] + 1)
        child = nextChild[child]
      }
    }
    return steps
  }
}
