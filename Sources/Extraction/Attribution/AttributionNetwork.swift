import CNeuralKernels

/// The trained network: reads the tokens of a text, then the window of one cue.
///
/// `Training/attribution/model.py` describes the layers. The results are the same bits on every machine: sums of fixed order, and no
/// function of the system's mathematical library.
/// - Complexity: about 0.25 million operations a token, and 0.06 million a token of a window.
struct AttributionNetwork: Sendable {
  /// The sections of the weights that one network takes.
  static let sections =
    4 + WindowLayer.sections * dilations.count + 6 + 4 + WindowLayer.sections * pairDilations.count
    + 6

  private static let width = 128
  private static let dilations = [1, 2, 4, 8]
  private static let pairWidth = 64
  private static let pairDilations = [1, 2, 4]
  /// The scores of a token lie so far apart, of which the first count.
  private static let scoreStride = 16
  /// So many tokens are read at once.
  private static let blockSize = 1024
  static let tokenLabels = 7
  static let roleLabels = 5

  private let tokens: ScaledTable
  private let norm: NormLayer
  private let layers: [WindowLayer]
  private let labels: DenseLayer
  private let ofToken: DenseLayer
  private let ofCue: DenseLayer
  private let pairs: ScaledTable
  private let pairNorm: NormLayer
  private let pairLayers: [WindowLayer]
  private let roles: DenseLayer
  /// What the labels of tokens and the roles may follow.
  let tokenTransitions: LabelTransitions
  let roleTransitions: LabelTransitions

  /// Puts the layers of a network together, by its number in the weights; nil when a section is missing or has another size.
  init?(_ weights: AttributionWeights, number: Int = 0, level: Int32) {
    let (width, pairWidth) = (Self.width, Self.pairWidth)
    let start = number * Self.sections
    let first = start + 4 + WindowLayer.sections * Self.dilations.count
    let pair = first + 6
    let last = pair + 4 + WindowLayer.sections * Self.pairDilations.count
    func dense(_ section: Int, _ inputs: Int, _ outputs: Int) -> DenseLayer? {
      DenseLayer(weights, section: section, inputs: inputs, outputs: outputs, level)
    }
    func windows(_ section: Int, _ width: Int, _ dilations: [Int]) -> [WindowLayer] {
      dilations.enumerated().compactMap { number, dilation in
        WindowLayer(
          weights, section: section + WindowLayer.sections * number, width: width,
          dilation: dilation, level)
      }
    }
    layers = windows(start + 4, width, Self.dilations)
    pairLayers = windows(pair + 4, pairWidth, Self.pairDilations)
    guard layers.count == Self.dilations.count, pairLayers.count == Self.pairDilations.count,
      let tokens = ScaledTable(
        weights, section: start, rows: TokenFeatures.tables.rowCount, width: width, level),
      let norm = NormLayer(weights, section: start + 2, width: width, level),
      let labels = dense(first, width, Self.scoreStride),
      let ofToken = dense(first + 2, width, pairWidth),
      let ofCue = dense(first + 4, width, pairWidth),
      let pairs = ScaledTable(
        weights, section: pair, rows: PairFeatures.tables.rowCount, width: pairWidth, level),
      let pairNorm = NormLayer(weights, section: pair + 2, width: pairWidth, level),
      let roles = dense(last, pairWidth, Self.scoreStride),
      let tokenTransitions = LabelTransitions(weights, section: last + 2, labels: Self.tokenLabels),
      let roleTransitions = LabelTransitions(weights, section: last + 4, labels: Self.roleLabels)
    else { return nil }
    (self.tokens, self.norm, self.labels) = (tokens, norm, labels)
    (self.ofToken, self.ofCue, self.pairs) = (ofToken, ofCue, pairs)
    (self.pairNorm, self.roles) = (pairNorm, roles)
    (self.tokenTransitions, self.roleTransitions) = (tokenTransitions, roleTransitions)
  }

  /// What is known of each token after reading.
  struct Reading {
    /// The scores of the labels, `tokenLabels` a token.
    fileprivate(set) var scores: [Float] = []
    /// What a token gives to the window it stands in.
    fileprivate var ofToken: [Float] = []
    /// What was read of each token, from which comes what it gives to the window of which it is the cue.
    fileprivate var vectors: [Float] = []
  }

  /// Reads the tokens of a text, given their rows.
  ///
  /// The text is cut into blocks with as many tokens more on either side as the layers see: the results do not depend on it.
  func read(_ rows: [UInt32], count: Int) -> Reading {
    let each = 2 * TokenFeatures.tables.sizes.count
    let halo = Self.dilations.reduce(0, +)
    var reading = Reading()
    for start in stride(from: 0, to: count, by: Self.blockSize) {
      let end = min(count, start + Self.blockSize)
      let block = max(0, start - halo)..<min(count, end + halo)
      var sums = [Float](repeating: 0, count: block.count * Self.width)
      tokens.add(rows[block.lowerBound * each..<block.upperBound * each], each: each, to: &sums)
      var x = [Float](repeating: 0, count: sums.count)
      norm.apply(sums, rows: block.count, to: &x)
      for layer in layers { layer.apply(rows: block.count, to: &x) }
      let inner = (start - block.lowerBound) * Self.width..<(end - block.lowerBound) * Self.width
      let kept = inner.count == x.count ? x : Array(x[inner])
      reading.scores += Self.compact(
        labels.apply(kept, rows: end - start), Self.tokenLabels)
      reading.ofToken += ofToken.apply(kept, rows: end - start)
      reading.vectors += kept
    }
    return reading
  }

  /// The scores of the roles in the window of a cue, `roleLabels` a token.
  func roleScores(
    _ reading: Reading, window: Range<Int>, cue: Int, rows: [UInt32]
  ) -> [Float] {
    let width = Self.pairWidth
    var sums = Array(reading.ofToken[window.lowerBound * width..<window.upperBound * width])
    let vector = Array(reading.vectors[cue * Self.width..<(cue + 1) * Self.width])
    let ofCue = ofCue.apply(vector, rows: 1)
    for row in 0..<window.count {
      for column in 0..<width { sums[row * width + column] += ofCue[column] }
    }
    pairs.add(rows[...], each: 2 * PairFeatures.tables.sizes.count, to: &sums)
    var x = [Float](repeating: 0, count: sums.count)
    pairNorm.apply(sums, rows: window.count, to: &x)
    for layer in pairLayers { layer.apply(rows: window.count, to: &x) }
    return Self.compact(roles.apply(x, rows: window.count), Self.roleLabels)
  }

  /// The first scores of each row.
  private static func compact(_ scores: [Float], _ labels: Int) -> [Float] {
    var compact: [Float] = []
    compact.reserveCapacity(scores.count / scoreStride * labels)
    for row in stride(from: 0, to: scores.count, by: scoreStride) {
      compact.append(contentsOf: scores[row..<row + labels])
    }
    return compact
  }
}
