import CNeuralKernels
import Primitives

/// How likely each answer is for two spans, the first before the second in the text.
struct PairJudgement {
  /// None, first for second, second for first, first against second, second against first, when the sentence is looked at for this
  /// pair; the sum is 1.
  let asked: [Float]
  /// What the answer was read from.
  fileprivate let features: [Float]
}

/// The layers that judge a pair of spans in a sentence that was read.
struct PairJudge: Sendable {
  private let shape: StanceWeights.Shape
  private let relations: [[Float]]
  private let queries: [Float]
  private let asked: AnswerWeights
  private let article: AnswerWeights
  private let level = nk_best_level()

  init(_ weights: StanceWeights) {
    shape = weights.shape
    let first = weights.behindLayers(2)
    relations = (0..<6).map { weights.floats(first + $0) }
    queries = weights.floats(first + 6)
    asked = AnswerWeights(weights, section: first + 7)
    article = AnswerWeights(weights, section: first + 11)
  }

  /// Judges pairs of spans of a sentence, in their order.
  func judge(
    _ sentence: ReadSentence, _ links: TreeLinks, _ pairs: [(Range<Int>, Range<Int>)]
  ) -> [PairJudgement] {
    let features = pairs.map { self.features(sentence, links, $0.0, $0.1) }
    return zip(asked.shares(features, level), features).map {
      PairJudgement(asked: $0, features: $1)
    }
  }

  /// What the answers for a pair are read from.
  private func features(
    _ sentence: ReadSentence, _ links: TreeLinks, _ first: Range<Int>, _ second: Range<Int>
  ) -> [Float] {
    let places = PairPlaces(links, first, second)
    var features = attended(sentence, places)
    features += greatest(sentence) { first.contains($0) }
    features += greatest(sentence) { second.contains($0) }
    features += greatest(sentence) { $0 >= first.upperBound && $0 < second.lowerBound }
    features += greatest(sentence) {
      places.onPath[$0] == 1 && !first.contains($0) && !second.contains($0)
    }
    return features
  }

  /// The shares of the five answers when each pair is one of many in an article; `facts` is what `StancePairFacts` tells of it.
  func shares(inArticle judgements: [PairJudgement], _ facts: [[Float]]) -> [[Float]] {
    let features = zip(judgements, facts).map { judgement, facts in
      let asked = judgement.asked.map { StableMath.logarithm(max($0, 1e-4)) }
      return judgement.features + asked + facts
    }
    return article.shares(features, level)
  }

  /// The means of all tokens, weighted by how much each place of attention heeds them.
  private func attended(_ sentence: ReadSentence, _ places: PairPlaces) -> [Float] {
    let (width, count) = (shape.width, sentence.count)
    let scores = (0..<count).map { score($0, sentence, places) }
    var pooled: [Float] = []
    pooled.reserveCapacity(width * (shape.places + 4))
    for place in 0..<shape.places {
      let shares = StableMath.shares(scores.map { $0[place] })
      var mean = [Float](repeating: 0, count: width)
      for token in 0..<count {
        let (share, start) = (shares[token], token * width)
        for column in 0..<width { mean[column] += share * sentence.rows[start + column] }
      }
      pooled += mean
    }
    return pooled
  }

  /// How much each place of attention heeds a token.
  private func score(_ token: Int, _ sentence: ReadSentence, _ places: PairPlaces) -> SIMD4<Float> {
    let width = shape.attention
    let (a, b) = (places.part[token] * width, places.nearFirst[token] * width)
    let (c, d) = (places.nearSecond[token] * width, places.treeFirst[token] * width)
    let (e, f) = (places.treeSecond[token] * width, places.onPath[token] * width)
    let key = token * SentenceReader.keyWidth
    var score = SIMD4<Float>.zero
    for unit in 0..<width {
      var sum = sentence.keys[key + unit] + relations[0][a + unit] + relations[1][b + unit]
      sum += relations[2][c + unit] + relations[3][d + unit]
      sum += relations[4][e + unit] + relations[5][f + unit]
      let query = SIMD4(
        queries[4 * unit], queries[4 * unit + 1], queries[4 * unit + 2], queries[4 * unit + 3])
      score += max(sum, 0) * query
    }
    return score
  }

  /// The greatest value of each column over some tokens; nothing where there are none.
  private func greatest(_ sentence: ReadSentence, _ isInside: (Int) -> Bool) -> [Float] {
    let width = shape.width
    var result = [Float](repeating: 0, count: width)
    var isFirst = true
    for token in 0..<sentence.count where isInside(token) {
      let start = token * width
      for column in 0..<width {
        let value = sentence.rows[start + column]
        result[column] = isFirst ? value : max(result[column], value)
      }
      isFirst = false
    }
    return result
  }
}

/// The hidden layer and the answers behind it.
private struct AnswerWeights: Sendable {
  private let units: Int
  private let hiddenWeights, hiddenBias, outWeights, outBias: [Float]

  init(_ weights: StanceWeights, section: Int) {
    hiddenWeights = weights.floats(section)
    hiddenBias = weights.floats(section + 1)
    units = hiddenBias.count / 2
    outWeights = weights.floats(section + 2)
    outBias = weights.floats(section + 3)
  }

  /// The shares of the five answers for each row of features.
  func shares(_ rows: [[Float]], _ level: Int32) -> [[Float]] {
    let count = hiddenWeights.count / hiddenBias.count
    precondition(rows.allSatisfy { $0.count == count }, "rows without \(count) features each")
    var hidden = [Float](repeating: 0, count: rows.count * 2 * units)
    unsafe nk_affine(
      level, Array(rows.joined()), count, rows.count, count, hiddenWeights, hiddenBias, 2 * units,
      &hidden, 2 * units)
    return rows.indices.map { row in
      let (first, second) = (row * 2 * units, row * 2 * units + units)
      let scores = outBias.indices.map { answer in
        var score = outBias[answer]
        for unit in 0..<units {
          score +=
            max(hidden[first + unit], hidden[second + unit]) * outWeights[answer * units + unit]
        }
        return score
      }
      return StableMath.shares(scores)
    }
  }
}
