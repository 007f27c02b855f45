/// Chooses the sentences that tell what happened on a day: near to what all its sentences have in common, unlike one another.
struct SentenceChooser {
  /// The most sentences a day: what an editor gives.
  static let most = 2
  /// The cosine from which two sentences say the same.
  private static let repetition: Float = 0.5
  /// How much a sentence that does not name the day counts in what the day's sentences have in common.
  private static let unnamedShare: Float = 0.3

  private let rarity: [UInt64: Float]

  /// Weighs words by how few of a topic's sentences have them.
  init(_ sentences: [TimelineSentence]) {
    var counts: [UInt64: Int] = [:]
    for sentence in sentences {
      for term in sentence.terms { counts[term.hash, default: 0] += 1 }
    }
    let total = Float(sentences.count + 1)
    rarity = counts.mapValues { logarithm(total / Float($0 + 1)) }
  }

  /// The best of a day's sentences, given with whether they name the day; the most telling first.
  /// - Complexity: O(words log words).
  func choose(_ candidates: [(sentence: TimelineSentence, namesDay: Bool)]) -> [TimelineSentence] {
    let vectors = candidates.map { vector($0.sentence) }
    let centre = centre(vectors, candidates.map { $0.namesDay ? 1 : Self.unnamedShare })
    let scores = candidates.indices.map { index -> Float in
      let (sentence, namesDay) = candidates[index]
      return Self.cosine(vectors[index], centre) * sentence.standing * (namesDay ? 2 : 1)
        * (1 + 1 / Float(1 + sentence.position))
    }
    let order = candidates.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    var chosen: [Int] = []
    for index in order where chosen.count < Self.most {
      let isNew = chosen.allSatisfy { Self.cosine(vectors[index], vectors[$0]) < Self.repetition }
      if isNew { chosen.append(index) }
    }
    return chosen.map { candidates[$0].sentence }
  }

  // MARK: Vectors

  private typealias Vector = [(hash: UInt64, weight: Float)]

  private func vector(_ sentence: TimelineSentence) -> Vector {
    Self.normalised(
      sentence.terms.map { term in
        (term.hash, (1 + logarithm(Float(term.count))) * (rarity[term.hash] ?? 0))
      })
  }

  private func centre(_ vectors: [Vector], _ shares: [Float]) -> Vector {
    var all: [(hash: UInt64, order: Int, weight: Float)] = []
    for (order, vector) in vectors.enumerated() {
      all += vector.map { ($0.hash, order, $0.weight * shares[order]) }
    }
    all.sort { ($0.hash, $0.order) < ($1.hash, $1.order) }
    var sums: Vector = []
    for entry in all {
      if let last = sums.last, last.hash == entry.hash {
        sums[sums.count - 1].weight += entry.weight
      } else {
        sums.append((entry.hash, entry.weight))
      }
    }
    return Self.normalised(sums)
  }

  private static func normalised(_ vector: Vector) -> Vector {
    let length = vector.reduce(Float(0)) { $0 + $1.weight * $1.weight }.squareRoot()
    guard length > 0 else { return [] }
    return vector.map { ($0.hash, $0.weight / length) }
  }

  private static func cosine(_ a: Vector, _ b: Vector) -> Float {
    var (i, j) = (0, 0)
    var sum: Float = 0
    while i < a.count, j < b.count {
      if a[i].hash == b[j].hash {
        sum += a[i].weight * b[j].weight
        i += 1
        j += 1
      } else if a[i].hash < b[j].hash {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }
}
