import CNeuralKernels

/// Networks that were trained from different starts; their scores are summed.
///
/// The results are the same bits on every machine, since the sums have a fixed order.
struct AttributionEnsemble: Sendable {
  /// The networks in the program, if they can be read.
  static let builtIn: AttributionEnsemble? = AttributionWeights.builtIn.flatMap {
    AttributionEnsemble($0, level: nk_best_level())
  }

  private let networks: [AttributionNetwork]
  /// What the labels of tokens and the roles may follow.
  let tokenTransitions: LabelTransitions
  let roleTransitions: LabelTransitions

  /// Reads all networks of the weights; nil when there is none or one is damaged.
  init?(_ weights: AttributionWeights, level: Int32) {
    let count = weights.sectionCount / AttributionNetwork.sections
    networks = (0..<count).compactMap {
      AttributionNetwork(weights, number: $0, level: level)
    }
    guard count > 0, networks.count == count,
      weights.sectionCount == count * AttributionNetwork.sections
    else { return nil }
    tokenTransitions = LabelTransitions(sumOf: networks.map(\.tokenTransitions))
    roleTransitions = LabelTransitions(sumOf: networks.map(\.roleTransitions))
  }

  /// What the networks know of each token after reading.
  struct Reading {
    fileprivate let parts: [AttributionNetwork.Reading]
    /// The sums of the scores of the labels, `AttributionNetwork.tokenLabels` a token.
    let scores: [Float]
  }

  /// Reads the tokens of a text, given their rows.
  func read(_ rows: [UInt32], count: Int) -> Reading {
    let parts = networks.map { $0.read(rows, count: count) }
    return Reading(parts: parts, scores: Self.sum(parts.map(\.scores)))
  }

  /// The sums of the scores of the roles in the window of a cue, `AttributionNetwork.roleLabels` a token.
  func roleScores(_ reading: Reading, window: Range<Int>, cue: Int, rows: [UInt32]) -> [Float] {
    Self.sum(
      zip(networks, reading.parts).map {
        $0.roleScores($1, window: window, cue: cue, rows: rows)
      })
  }

  private static func sum(_ scores: [[Float]]) -> [Float] {
    guard var sum = scores.first else { return [] }
    for other in scores.dropFirst() {
      for place in sum.indices { sum[place] += other[place] }
    }
    return sum
  }
}
