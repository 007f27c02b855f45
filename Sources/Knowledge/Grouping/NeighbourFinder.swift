/// Finds for each item (an article, a story) those most alike, through the words that tell most about it.
///
/// Each item asks for its weightiest words only, and words that stand in very many articles are not
/// asked for; so the work grows with the library, not with its square.
struct NeighbourFinder {
  /// How many neighbours of one item are kept at most.
  static let neighbours = 64
  /// How many words of an item are asked for.
  private static let wordsAsked = 32

  private let vectors: [[TermVectors.Component]]
  private let postings: [[Posting]]

  private struct Posting {
    let item: Int32
    let weight: Float
  }

  /// Prepares to look among vectors whose words are numbered below `termCount`.
  init(_ vectors: [[TermVectors.Component]], termCount: Int) {
    self.vectors = vectors
    var postings = [[Posting]](repeating: [], count: termCount)
    for (item, vector) in vectors.enumerated() {
      for component in vector {
        postings[Int(component.term)].append(
          Posting(item: Int32(item), weight: component.weight))
      }
    }
    self.postings = postings
  }

  /// Pairs (earlier, later) of items that may be alike, each once, in order.
  func pairs() -> [(Int, Int)] {
    let mostPostings = max(200, vectors.count / 50)
    var scores = [Float](repeating: 0, count: vectors.count)
    var pairs: Set<UInt64> = []
    for item in vectors.indices {
      var touched: [Int] = []
      for component in asked(item) {
        let posting = postings[Int(component.term)]
        guard posting.count <= mostPostings else { continue }
        for other in posting where Int(other.item) != item {
          if scores[Int(other.item)] == 0 { touched.append(Int(other.item)) }
          scores[Int(other.item)] += component.weight * other.weight
        }
      }
      for other in Self.best(touched, scores) {
        pairs.insert(UInt64(min(item, other)) << 32 | UInt64(max(item, other)))
      }
      for other in touched { scores[other] = 0 }
    }
    return pairs.sorted().map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
  }

  private func asked(_ item: Int) -> [TermVectors.Component] {
    let vector = vectors[item]
    guard vector.count > Self.wordsAsked else { return vector }
    let heaviest = vector.sorted { ($0.weight, $1.term) > ($1.weight, $0.term) }
    return Array(heaviest.prefix(Self.wordsAsked))
  }

  private static func best(_ touched: [Int], _ scores: [Float]) -> [Int] {
    guard touched.count > neighbours else { return touched }
    let ranked = touched.sorted { (scores[$0], $1) > (scores[$1], $0) }
    return Array(ranked.prefix(neighbours))
  }
}
